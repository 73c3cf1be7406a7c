using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Runs a night: its ordered steps, each idempotent, from wherever an interrupted run left off (rules.md section 1).</summary>
/// <param name="database">The store.</param>
/// <param name="settings">What nights are run with.</param>
/// <param name="progress">Told how the night moves on.</param>
/// <param name="goesOn">
/// Whether a night that ends without a person having wanted it (its host was stopped, a fault that passes) is planned again, for a host to go on with.
/// </param>
public sealed class NightRunner(NpgsqlDataSource database, NightSettings settings, INightProgress progress, bool goesOn = false)
{
    /// <summary>The job's name in the table of runs.</summary>
    public const string Job = "NIGHT";

    private readonly NightDates _dates = new(database);
    private bool _isTariffKept;

    /// <summary>Runs the night of a business date, after those that were missed before it, one by one in order.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="cancellationToken">Stops within one partition; the run can be resumed.</param>
    /// <returns>What the nights did.</returns>
    /// <exception cref="RefusedException">Already complete, an earlier date open, or another process at work.</exception>
    public async Task<NightOutcome> RunAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var outcome = NightOutcome.Nothing;
        foreach (var missed in await _dates.UpToAsync(date, cancellationToken))
        {
            outcome += await RunOneAsync(missed, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Runs one night only; the caller knows that no earlier one is missing.</summary>
    internal async Task<NightOutcome> RunOneAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await KeepTariffAsync(date, cancellationToken);
        var claims = new RunClaims(database);
        var first = await _dates.FirstAsync(cancellationToken) ?? date;
        var earlier = await EarlierTariffs.ReadAsync(database, date, settings.Tariff, cancellationToken);
        var terms = new RunTerms(settings.Tariff.Sha256, first, settings.RendersStatements);
        var run = await claims.ClaimAsync(Job, date, NightSteps.Names, terms, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var night = new Night(database, run, first, settings, progress) { Earlier = earlier };
        var tenure = new RunTenure(database, run);
        var presence = new WorkerPresence(database, "run", settings.Workers, night.Holds);
        await using var heart = Heartbeat.Start(tenure, presence, stop);
        try
        {
            await new NightRetries(tenure, settings, progress).RunAsync(
                async isAgain =>
                {
                    await RunStepsAsync(isAgain ? night with { Run = run with { IsResumed = true } } : night, stop.Token);
                    await tenure.CompleteAsync(CancellationToken.None);
                },
                stop.Token);
            await heart.StopAsync();
            await presence.EndAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (!heart.HasLostRun)
        {
            await heart.StopAsync();
            await tenure.StopAsync(goesOn && cancellationToken.IsCancellationRequested, CancellationToken.None);
            await presence.EndAsync(CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
        }
        catch (Exception fault)
        {
            await heart.StopAsync();
            await EndFailedAsync(tenure, presence, fault);
            throw;
        }

        return await NightOutcomes.ReadAsync(database, run, CancellationToken.None);
    }

    private async Task KeepTariffAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (!_isTariffKept)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await TariffRecord.KeepAsync(connection, settings.TariffText, date, cancellationToken);
            _isTariffKept = true;
        }
    }

    private async Task RunStepsAsync(Night night, CancellationToken cancellationToken)
    {
        var log = new StepLog(database, night.Run);
        var done = night.Run.IsResumed ? await log.CompletedAsync(cancellationToken) : [];
        for (short number = 1; number <= NightSteps.All.Count; number++)
        {
            var step = NightSteps.All[number - 1];
            if (done.Contains(number))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (!step.IsMarkedByItsPlan)
            {
                await log.BeginAsync(number, cancellationToken);
            }

            if (await step.RunAsync(night, number, cancellationToken) is { } summary)
            {
                await log.CompleteAsync(number, summary, cancellationToken);
                progress.End(summary);
            }
        }
    }

    private async Task EndFailedAsync(RunTenure tenure, WorkerPresence presence, Exception fault)
    {
        try
        {
            await tenure.FailAsync(CardNumberMask.MaskLongDigits(fault.Message), goesOn && TransientFault.Is(fault), CancellationToken.None);
            await presence.EndAsync(CancellationToken.None);
        }
        catch (Exception alsoGone) when (alsoGone is NpgsqlException or LeaseLostException)
        {
            // The database is gone, or the run is somebody else's now: what went wrong first is what the person must hear.
        }
    }
}
