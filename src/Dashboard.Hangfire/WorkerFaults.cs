using Cycle.Jobs.Workers;
using Cycle.Ledger.Postings;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Of what the worker inside of a host that serves does, the host's log holds the faults.</summary>
internal sealed class WorkerFaults(ILogger<WorkerFaults> logger) : IWorkerLog
{
    public void Done(DateOnly date, string step, int partition, int accounts, bool isOurs)
    {
        // The table of partitions says it.
    }

    public void Fault(string what) => logger.LogWarning("{Fault}", CardNumberMask.MaskLongDigits(what));

    public void Failed(string what, Exception fault) => logger.LogError(fault, "{Fault}", CardNumberMask.MaskLongDigits(what));
}
