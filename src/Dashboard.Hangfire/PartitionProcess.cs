using Cycle.Jobs.Nights;
using Cycle.Jobs.Workers;
using Hangfire.Server;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>
/// The loops that take partitions, as a process of a Hangfire server: never a Hangfire job a partition, let alone a statement. Which
/// partition is whose stays with the table of partitions.
/// </summary>
internal sealed class PartitionProcess(NpgsqlDataSource database, NightSettings settings, string role, IWorkerLog log) : IBackgroundProcess
{
    /// <summary>Works until the server stops; after a fault Hangfire calls again.</summary>
    public void Execute(BackgroundProcessContext context) =>
        new WorkerLoop(database, settings, role, log).RunAsync(context.StoppingToken).GetAwaiter().GetResult();

    /// <summary>As the server's log calls it.</summary>
    public override string ToString() => "Cycle partitions";
}
