using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>
/// Runs many nights with one process that plans and three workers, kills one of the four at moments the seed decides, starts it again,
/// and goes on until the nights are complete.
/// </summary>
/// <param name="seed">Decides whom to kill and when.</param>
/// <param name="progress">A number that grows with every claim of a run or partition.</param>
internal sealed class ChaosNights(int seed, Func<Task<long>> progress)
{
    private const int Workers = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Random _dice = new(seed);

    /// <summary>Processes killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Of them, those that planned the run.</summary>
    public int KillsOfPlanner { get; private set; }

    /// <summary>Runs the nights up to a date.</summary>
    /// <param name="night">Starts the command that runs them, or goes on with them.</param>
    /// <param name="worker">Starts a worker.</param>
    /// <param name="kills">How many processes to kill.</param>
    public async Task RunAsync(Func<Process> night, Func<Process> worker, int kills)
    {
        Process[] processes = [night(), .. Enumerable.Range(0, Workers).Select(_ => worker())];
        var since = Stopwatch.StartNew();
        try
        {
            while (!await IsDoneAsync(processes, TimeSpan.FromSeconds(Kills < kills ? 0 : 1)))
            {
                await PauseAsync(processes[0], Kills < kills);

                (since.Elapsed < Patience).ShouldBeTrue($"seed {seed}: the nights did not end after {Kills} kills");
                if (Kills < kills && !processes[0].HasExited)
                {
                    Kill(processes, night, worker);
                }
            }
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
    }

    /// <summary>Mostly until some work was begun and a little longer, sometimes into the middle of starting.</summary>
    private async Task PauseAsync(Process night, bool isKillComing)
    {
        var begun = await progress();
        var waitsForWork = isKillComing && _dice.Next(5) > 0;
        while (waitsForWork && !night.HasExited && await progress() == begun)
        {
            await Task.Delay(Look);
        }

        await Task.WhenAny(night.WaitForExitAsync(), Task.Delay(isKillComing ? _dice.Next(0, 400) : 0));
    }

    private void Kill(Process[] processes, Func<Process> night, Func<Process> worker)
    {
        var chosen = _dice.Next(2) == 0 ? 0 : 1 + _dice.Next(Workers);
        processes[chosen].Kill();
        processes[chosen].WaitForExit();
        processes[chosen].Dispose();
        processes[chosen] = chosen == 0 ? night() : worker();
        Kills++;
        KillsOfPlanner += chosen == 0 ? 1 : 0;
    }

    /// <summary>Waits a while for the night to end. Ended otherwise than well without having been killed, it fails the test with what it said.</summary>
    private static async Task<bool> IsDoneAsync(Process[] processes, TimeSpan pause)
    {
        await Task.WhenAny(processes[0].WaitForExitAsync(), Task.Delay(pause));
        if (!processes[0].HasExited)
        {
            return false;
        }

        var result = await CycleBench.EndAsync(processes[0]);
        result.ExitCode.ShouldBeOneOf([0, 4], result.Everything);
        return true;
    }
}
