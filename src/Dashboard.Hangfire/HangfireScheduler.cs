using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Jobs.Schedule;
using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Hangfire as the scheduler: its recurring jobs plan, a job a night runs it, and a process of every server takes partitions.</summary>
internal sealed class HangfireScheduler : IHostScheduler
{
    /// <summary>A planning beside a night, and one more for a job that is run twice.</summary>
    private const int JobsAtOnce = 3;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    public string Name => "hangfire";

    public void AddTo(IServiceCollection services, SchedulingSettings settings)
    {
        services.AddScheduledNights(settings);
        services.AddLogging(logging => logging.AddFilter("Hangfire", LogLevel.Error));
        services.AddSingleton<JobStorage>(_ => HangfireStore.Open(settings.ConnectionString));
        services.AddSingleton<ITimeZoneResolver, BangkokTimeZones>();
        services.AddSingleton<NightStates>();

        // Only these filters: by default every job would be tried ten times more, days later.
        services.AddSingleton<IJobFilterProvider>(host => new JobFilterProviderCollection(
            new JobFilterCollection { new StatisticsHistoryAttribute(), host.GetRequiredService<NightStates>() }, new JobFilterAttributeFilterProvider()));
        services.AddHangfire(Configure);
        services.AddSingleton<NightJobs>();
        services.AddSingleton<IBackgroundProcess, NightKeeper>();
        services.AddSingleton<IBackgroundProcess>(host => new PartitionProcess(
            host.GetRequiredService<NpgsqlDataSource>(), settings.Nights(), "serve", new WorkerFaults(host.GetRequiredService<ILogger<WorkerFaults>>())));
        services.AddHostedService<RecurringNights>();
        services.AddHangfireServer(Serve);
        HangfirePages.AddTo(services);
    }

    public void MapOn(WebApplication host) => HangfirePages.MapOn(host);

    public async Task WorkAsync(Nightly nightly, CancellationToken cancellationToken)
    {
        await HangfireStore.PrepareAsync(nightly.Database, cancellationToken);
        var partitions = new PartitionProcess(nightly.Database, nightly.Settings, "worker", new ConsoleWorkerLog(Console.Out, Console.Error));
        var shown = new Dictionary<string, object> { ["Queues"] = Array.Empty<string>(), ["WorkerCount"] = nightly.Settings.Workers };
        using var server = new BackgroundProcessingServer(HangfireStore.Open(nightly.ConnectionString), [partitions], shown, new()
        {
            HeartbeatInterval = Beat, ServerTimeout = DeadAfter, ServerCheckInterval = DeadAfter, ShutdownTimeout = LongestEnd,
        });
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    private static void Configure(IGlobalConfiguration hangfire) =>
        hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer();

    private static void Serve(IServiceProvider host, BackgroundJobServerOptions options)
    {
        options.Queues = [Queues.Plans, Queues.Nights];
        options.WorkerCount = JobsAtOnce;
        options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        options.CancellationCheckInterval = TimeSpan.FromSeconds(1);
        options.HeartbeatInterval = Beat;
        options.ServerTimeout = DeadAfter;
        options.ServerCheckInterval = DeadAfter;
        options.ShutdownTimeout = LongestEnd;
    }
}
