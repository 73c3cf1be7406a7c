using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Control;

namespace Cycle.Jobs.Schedule;

/// <summary>
/// Decides what happens by itself. A run that is planned or whose process died goes on; one that a person stopped or that failed for
/// a reason a person must mend does not. One that failed for a cause that passes was put back to planned and waits longer each time.
/// </summary>
public static class NextMoves
{
    /// <summary>Tries after faults that pass by themselves; then a person must look.</summary>
    public const int MostAttempts = RunTenure.MostAttempts;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>The move for a run.</summary>
    /// <param name="run">The earliest open one.</param>
    /// <param name="isGone">Whether a named process is known to be gone, so that its lease need not be waited for.</param>
    public static NextMove For(OpenRun run, Func<string, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(isGone);
        var hasDied = run.Owner is null || run.SilentFor is not { } silent || silent > RunClaims.Lease || isGone(run.Owner);
        return run.State switch
        {
            RunStates.Planned => run.EndedFor is { } ended && ended < WaitAfter(run.Attempts) ? NextMove.Wait : NextMove.Run,
            RunStates.Running when hasDied => NextMove.Run,
            RunStates.Stopping when hasDied => NextMove.MarkStopped,
            _ => NextMove.Wait,
        };
    }

    /// <summary>How long the next try waits after so many: 5 s, 10 s, 20 s and so on up to 5 minutes.</summary>
    public static TimeSpan WaitAfter(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, Math.Clamp(attempts - 1, 0, 16));
        return wait < LongestWait ? wait : LongestWait;
    }
}
