using Cycle.Jobs.Nights;
using Cycle.Jobs.Workers;
using Cycle.Ledger.Postings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Takes partitions of whatever night is being run over the store, as long as the host lives.</summary>
internal sealed class WorkerHost(NpgsqlDataSource database, NightSettings settings, ILogger<WorkerHost> logger) : BackgroundService, IWorkerLog
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await new WorkerLoop(database, settings, "serve", this).RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // What a worker met must not take pages and schedule down with it.
                Fault(fault is WorkerEndedException ? $"The worker begins anew in {Pause.TotalSeconds:0} s." : $"The worker begins anew in {Pause.TotalSeconds:0} s: {fault.Message}");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public void Done(DateOnly date, string step, int partition, int accounts, bool isOurs)
    {
        // The table of partitions says it, and thousands of lines a night say nothing more.
    }

    public void Fault(string what) => logger.LogWarning("{Fault}", CardNumberMask.MaskLongDigits(what));

    public void Failed(string what, Exception fault) => logger.LogError(fault, "{Fault}", CardNumberMask.MaskLongDigits(what));
}
