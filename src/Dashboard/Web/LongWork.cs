using Cycle.Dashboard.CommandLine;

namespace Cycle.Dashboard.Web;

/// <summary>Work that a page begins and then watches: one at a time of each name, for everybody to see.</summary>
/// <param name="host">Ends it with the process.</param>
/// <param name="clock">Says when it began and ended.</param>
internal sealed class LongWork(IHostApplicationLifetime host, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WorkReport> _works = new(StringComparer.Ordinal);

    /// <summary>How far the work of a name is; null when there was none since the process began.</summary>
    public WorkReport? Find(string name)
    {
        lock (_lock)
        {
            return _works.GetValueOrDefault(name);
        }
    }

    /// <summary>Begins work, unless some of that name goes on.</summary>
    /// <returns>Whether it was begun.</returns>
    public bool Begin(string name, string who, Func<WorkReport, CancellationToken, Task> work)
    {
        var report = new WorkReport(who, clock.GetUtcNow());
        lock (_lock)
        {
            if (_works.GetValueOrDefault(name) is { EndedAt: null })
            {
                return false;
            }

            _works[name] = report;
        }

        _ = Task.Run(() => RunAsync(report, work));
        return true;
    }

    private async Task RunAsync(WorkReport report, Func<WorkReport, CancellationToken, Task> work)
    {
        try
        {
            await work(report, host.ApplicationStopping);
        }
        catch (Exception fault)
        {
            FaultLog.Write(fault);
            report.Fault = Ledger.Postings.CardNumberMask.MaskLongDigits(fault.Message);
        }
        finally
        {
            report.EndedAt = clock.GetUtcNow();
        }
    }
}
