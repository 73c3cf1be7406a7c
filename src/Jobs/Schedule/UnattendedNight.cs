using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>A night that nobody watches: worked on by the tariff it began with, and how it ends is said in words, with what a person can do.</summary>
/// <param name="database">The store.</param>
/// <param name="settings">Asked anew for every night, so that the inbox is listed when the night begins.</param>
/// <param name="progress">Told how the night moves on.</param>
/// <param name="said">Hears how it ended.</param>
internal sealed class UnattendedNight(NpgsqlDataSource database, Func<NightSettings> settings, INightProgress progress, SaidOnce said)
{
    /// <summary>Works on a run.</summary>
    /// <param name="run">The earliest open one.</param>
    /// <param name="cancellationToken">Stops within one partition; the run then goes on by itself.</param>
    /// <returns>Whether it is complete.</returns>
    /// <exception cref="OperationCanceledException">The host stops; when a person stopped the run, that is said.</exception>
    public async Task<bool> RunAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var night = $"NIGHT of {run.BusinessDate:yyyy-MM-dd}";
        try
        {
            var runner = new NightRunner(database, await SettingsAsync(run, cancellationToken), progress, goesOn: true);
            var outcome = await runner.RunAsync(run.BusinessDate, cancellationToken);
            said.Say($"{night} is complete: {outcome.Rejects} rows rejected, {outcome.Refusals} files refused, {outcome.SetAside} accounts set aside.");
            return true;
        }
        catch (RefusedException refused)
        {
            // Another host was faster, most often; what else refuses it a person should hear.
            if (await OpenRuns.EarliestAsync(database, NightRunner.Job, cancellationToken) is { } still
                && NextMoves.For(still, WorkerName.IsGone) == NextMove.Run)
            {
                said.Say(refused.Message);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            said.Say($"{night} was stopped by a person, and goes on with `cycle resume {run.RunId}`.");
        }
        catch (Exception fault) when (TransientFault.Is(fault))
        {
            said.Say($"{night} was interrupted and will be tried again: {fault.Message}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            said.Say($"{night} failed: {fault.Message} Correct the cause, then `cycle resume {run.RunId}`.");
        }

        return false;
    }

    /// <summary>One night is computed by one tariff: a run that had begun goes on with the one it began with.</summary>
    private async Task<NightSettings> SettingsAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var now = settings();
        return await TariffRecord.OfRunAsync(database, run.RunId, cancellationToken) is { } began
            ? now with { TariffText = began }
            : now;
    }
}
