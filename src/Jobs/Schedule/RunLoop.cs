using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>
/// Works on planned nights, one date at a time in order, as long as its host lives. Any number of hosts may: the claim of the run
/// decides who has it, never the scheduler.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="settings">Asked anew for every night, so that the inbox is listed when the night begins.</param>
/// <param name="progress">Told how a night moves on.</param>
/// <param name="say">Told in words what happened; never a card number.</param>
public sealed class RunLoop(NpgsqlDataSource database, Func<NightSettings> settings, INightProgress progress, Action<string> say)
{
    /// <summary>How often it looks when nobody calls.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>How often it has firings made up that nobody heard: a clock that was set wrong costs a night no more than this.</summary>
    public static readonly TimeSpan MakeUpEvery = TimeSpan.FromMinutes(1);

    private string? _lastSaid;

    /// <summary>Works until told to stop; a fault is said and waited out, never the end.</summary>
    /// <param name="beforeLooking">Done at the start, after every fault and every minute: firings that nobody heard may have to be made up.</param>
    /// <param name="cancellationToken">Stops within one partition.</param>
    public async Task RunAsync(Func<CancellationToken, Task> beforeLooking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(beforeLooking);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var wake = await Wakeup.ListenAsync(database, RunPlan.Channel, cancellationToken);
                while (true)
                {
                    await beforeLooking(cancellationToken);
                    var madeUp = Environment.TickCount64;
                    while (Environment.TickCount64 - madeUp < MakeUpEvery.TotalMilliseconds)
                    {
                        while (await WorkOnceAsync(cancellationToken))
                        {
                        }

                        await wake.WaitAsync(Poll, cancellationToken);
                    }
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Say($"The nights could not be looked at: {fault.Message}");
                await Task.Delay(Poll, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ReviveAsync(cancellationToken);
            }
        }
    }

    /// <summary>Works on the earliest open night, if it is one that goes on by itself.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        if (await EarliestAsync(cancellationToken) is not { } run)
        {
            return false;
        }

        switch (NextMoves.For(run, WorkerName.IsGone))
        {
            case NextMove.Run:
                return await NightAsync(run, cancellationToken);
            case NextMove.MarkStopped:
                await new RunStop(database).RequestAsync(run.RunId, cancellationToken);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Goes on with a run that was stopped or failed, because a person said so.</summary>
    /// <param name="run">The earliest open one.</param>
    /// <param name="cancellationToken">Stops within one partition; the run then goes on by itself.</param>
    /// <returns>Whether it is complete.</returns>
    public Task<bool> ResumeAsync(OpenRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return NightAsync(run, cancellationToken);
    }

    private async Task<bool> NightAsync(OpenRun run, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await new NightRunner(database, await SettingsAsync(run, cancellationToken), progress, goesOn: true).RunAsync(run.BusinessDate, cancellationToken);
            Say($"NIGHT of {run.BusinessDate:yyyy-MM-dd} is complete: {outcome.Rejects} rows rejected, {outcome.Refusals} files refused, {outcome.SetAside} accounts set aside.");
            return true;
        }
        catch (RefusedException refused)
        {
            // Another host was faster, most often; what else refuses it a person should hear.
            if (await EarliestAsync(cancellationToken) is { } still && NextMoves.For(still, WorkerName.IsGone) == NextMove.Run)
            {
                Say(refused.Message);
            }

            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Say($"NIGHT of {run.BusinessDate:yyyy-MM-dd} was stopped by a person, and goes on with `cycle resume {run.RunId}`.");
            return false;
        }
        catch (Exception fault) when (TransientFault.Is(fault))
        {
            Say($"NIGHT of {run.BusinessDate:yyyy-MM-dd} was interrupted and will be tried again: {fault.Message}");
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Say($"NIGHT of {run.BusinessDate:yyyy-MM-dd} failed: {fault.Message} Correct the cause, then `cycle resume {run.RunId}`.");
            return false;
        }
    }

    /// <summary>A private server that died is started again.</summary>
    private async Task ReviveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await settings().BeforeRetry(cancellationToken);
        }
        catch (Exception fault)
        {
            Say($"The database cannot be started again: {fault.Message}");
        }
    }

    /// <summary>One night is computed by one tariff: a run that had begun goes on with the one it began with.</summary>
    private async Task<NightSettings> SettingsAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var now = settings();
        return await TariffRecord.OfRunAsync(database, run.RunId, cancellationToken) is { } began
            ? now with { Tariff = TariffReader.Read(began), TariffJson = began }
            : now;
    }

    private async Task<OpenRun?> EarliestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await OpenRuns.ReadAsync(connection, NightRunner.Job, cancellationToken)).Earliest is [var earliest, ..] ? earliest : null;
    }

    /// <summary>The same words again and again, as long as something is out of order, are said once.</summary>
    private void Say(string words)
    {
        if (words != _lastSaid)
        {
            _lastSaid = words;
            say(CardNumberMask.MaskLongDigits(words));
        }
    }
}
