using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
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

    private readonly SaidOnce _said = new(say);

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
                await ListenAsync(beforeLooking, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _said.Say($"The nights could not be looked at: {fault.Message}");
                await Task.Delay(Poll, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ReviveAsync(cancellationToken);
            }
        }
    }

    /// <summary>Works on the earliest open night, if it is one that goes on by itself.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        if (await OpenRuns.EarliestAsync(database, NightRunner.Job, cancellationToken) is not { } run)
        {
            return false;
        }

        switch (NextMoves.For(run, WorkerName.IsGone))
        {
            case NextMove.Run:
                return await WorkOnAsync(run, cancellationToken);
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
        return WorkOnAsync(run, cancellationToken);
    }

    private Task<bool> WorkOnAsync(OpenRun run, CancellationToken cancellationToken) =>
        new UnattendedNight(database, settings, progress, _said).RunAsync(run, cancellationToken);

    /// <summary>Works on what there is whenever somebody calls or the poll is due, and has firings made up every minute; never returns.</summary>
    private async Task ListenAsync(Func<CancellationToken, Task> beforeLooking, CancellationToken cancellationToken)
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

    /// <summary>A private server that died is started again.</summary>
    private async Task ReviveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await settings().BeforeRetry(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            _said.Say($"The database cannot be started again: {fault.Message}");
        }
    }
}
