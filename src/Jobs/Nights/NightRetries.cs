using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Goes on with a run after faults that pass by themselves, each one counted, under the same claim: whoever took the run meanwhile keeps it.</summary>
/// <param name="tenure">The claim.</param>
/// <param name="settings">How often, and what is done before.</param>
/// <param name="progress">Told of every fault.</param>
internal sealed class NightRetries(RunTenure tenure, NightSettings settings, INightProgress progress)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private int _retries;

    /// <summary>Runs until it ends well, or for a reason that does not pass, or met too many that do.</summary>
    /// <param name="work">The work; told whether it was begun before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<bool, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work(_retries > 0);
                return;
            }
            catch (Exception fault) when (MayPass(fault))
            {
                await GoOnAsync(fault, cancellationToken);
            }
        }
    }

    /// <summary>Waits until the database is there again and knows of the retry.</summary>
    private async Task GoOnAsync(Exception fault, CancellationToken cancellationToken)
    {
        for (var met = fault; ;)
        {
            var words = CardNumberMask.MaskLongDigits(met.Message);
            var wait = FirstWait * Math.Pow(2, Math.Min(_retries++, 8));
            wait = wait < LongestWait ? wait : LongestWait;
            progress.Say($"The night was interrupted and goes on in {wait.TotalSeconds:0} s: {words}");
            await Task.Delay(wait, cancellationToken);
            try
            {
                await settings.BeforeRetry(cancellationToken);
                await tenure.TryAgainAsync($"went on after: {words}", cancellationToken);
                return;
            }
            catch (NpgsqlException still) when (MayPass(still))
            {
                met = still;
            }
        }
    }

    private bool MayPass(Exception fault) => _retries < settings.RetriesOfRun && fault is not LeaseLostException && TransientFault.Is(fault);
}
