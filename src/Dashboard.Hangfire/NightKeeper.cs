using Cycle.Dashboard.Scheduling;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Hangfire.Server;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>
/// Sees to it that the earliest open night has its Hangfire job, whoever planned it. Later dates get theirs when it is complete: missed
/// nights are caught up one by one, however many servers there are.
/// </summary>
internal sealed class NightKeeper(NpgsqlDataSource database, NightJobs jobs, ScheduledPlanning planning) : IBackgroundProcess
{
    /// <summary>Keeps until the server stops; after a fault Hangfire calls again, and missed firings are made up anew.</summary>
    public void Execute(BackgroundProcessContext context) => KeepAsync(context.StoppingToken).GetAwaiter().GetResult();

    /// <summary>As the server's log calls it.</summary>
    public override string ToString() => "Cycle nights";

    private async Task KeepAsync(CancellationToken stopping)
    {
        await using var wake = await Wakeup.ListenAsync(database, RunPlan.Channel, stopping);
        await planning.MakeUpAsync(stopping);
        while (true)
        {
            await jobs.LookAsync(stopping);
            await wake.WaitAsync(RunLoop.Poll, stopping);
        }
    }
}
