using Cycle.Jobs.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Cycle.Dashboard.Scheduling;

/// <summary>
/// Quartz as the clock: clustered on the store, so that a firing is heard by one host and survives all of them. It starts the planner
/// and nothing else, and is never trusted for exclusivity: a stalled node or a clock that jumped makes it fire twice at once.
/// </summary>
internal static class QuartzClock
{
    /// <summary>All hosts of one store share it.</summary>
    private const string ClusterName = "cycle";

    private const int MostConnections = 4;

    /// <summary>Adds the clock with a trigger for each scheduled job.</summary>
    public static void AddQuartzClock(this IServiceCollection services, string connectionString, Timetable timetable)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = ClusterName;

                // By default a node that slept finds out 17 to 23 seconds after the time that it has something to do.
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, SmallPool(connectionString));
                store.UseClustering();
                store.ProvisionSchema();
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.RecoverFiringsCancelledByShutdown = true;
                });
            });
            foreach (var schedule in timetable.Jobs)
            {
                Add(quartz, schedule);
            }
        });

        // A host that starts replaces the trigger, so that a changed schedule holds; what the old one missed is not forgotten.
        services.Configure<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        // A transaction that is given up is taken back by the server, and why is said by whoever gave up.
        services.AddLogging(logging => logging.AddFilter("Quartz.Impl.AdoJobStore.ConnectionAndTransactionHolder", LogLevel.Critical));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Add(IQuartzBuilder quartz, JobSchedule schedule)
    {
        var key = new JobKey(schedule.Job);
        quartz.AddJob<PlanJob>(job => job.WithIdentity(key).StoreDurably().RequestRecovery());
        quartz.AddTrigger(trigger => trigger
            .WithIdentity(schedule.Job)
            .ForJob(key)
            .WithCronSchedule(Cron(schedule.At), cron => cron
                .InTimeZone(TimeZoneInfo.Utc)
                .WithMisfireInstruction(schedule.Misfire == MisfirePolicy.RunNow
                    ? CronTriggerMisfireInstruction.FireAndProceed
                    : CronTriggerMisfireInstruction.DoNothing)));
    }

    /// <summary>Every day, in UTC: a zone's name would have to be known to every host of the cluster, and Bangkok has no summer time.</summary>
    private static string Cron(TimeOnly inBangkok)
    {
        var at = BangkokTime.InUtc(inBangkok);
        return $"{at.Second} {at.Minute} {at.Hour} ? * *";
    }

    private static string SmallPool(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MostConnections, ApplicationName = "cycle clock" }.ConnectionString;
}
