using Cycle.Jobs.Schedule;
using Hangfire;
using Hangfire.Storage;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Makes Hangfire's tables and its recurring jobs the schedule's, when a host starts.</summary>
internal sealed class RecurringNights(NpgsqlDataSource database, JobStorage storage, IRecurringJobManager recurring, Timetable timetable) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await HangfireStore.PrepareAsync(database, cancellationToken);
        using var connection = storage.GetConnection();
        foreach (var old in connection.GetRecurringJobs().Where(job => timetable.Of(job.Id) is null))
        {
            recurring.RemoveIfExists(old.Id);
        }

        foreach (var schedule in timetable.Jobs)
        {
            recurring.AddOrUpdate<PlanJob>(
                schedule.Job, Queues.Plans, job => job.PlanAsync(schedule.Job, CancellationToken.None), $"{schedule.At.Minute} {schedule.At.Hour} * * *", Options(schedule));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>However many firings were missed, one is enough: the planner knows which dates they were for.</summary>
    private static RecurringJobOptions Options(JobSchedule schedule) => new()
    {
        TimeZone = BangkokTime.Zone,
        MisfireHandling = schedule.Misfire == MisfirePolicy.RunNow ? MisfireHandlingMode.Relaxed : MisfireHandlingMode.Ignorable,
    };
}
