using Cycle.Dashboard.CommandLine;

namespace Cycle.Dashboard.Scheduling;

/// <summary>
/// What a scheduler brings to the commands that host it: all that Quartz and Hangfire have in common. Nights, pages and tests know
/// nothing of it, and the jobs not even that there is one.
/// </summary>
internal interface IHostScheduler
{
    /// <summary>As <c>--scheduler</c> names it.</summary>
    string Name { get; }

    /// <summary>Adds what keeps the schedule and runs what it plans to a host that serves.</summary>
    /// <param name="services">The host's services; the store is among them.</param>
    /// <param name="settings">Database, schedule, nights.</param>
    void AddTo(IServiceCollection services, SchedulingSettings settings);

    /// <summary>Maps the scheduler's own pages, where it has some.</summary>
    /// <param name="host">The host, not yet started.</param>
    void MapOn(WebApplication host);

    /// <summary>Takes partitions of whatever nights are being run, until it is told to end.</summary>
    /// <param name="nightly">The store, and the folder that PDFs go to.</param>
    /// <param name="cancellationToken">Ends it in good order.</param>
    Task WorkAsync(Nightly nightly, CancellationToken cancellationToken);
}
