using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>What goes on by itself, and what waits for a person.</summary>
public sealed class NextMovesTests
{
    private const string Gone = "here/1/gone";

    [Theory]
    [InlineData("planned", null, 0, NextMove.Run)]
    [InlineData("running", "elsewhere/1/1", 29, NextMove.Wait)]
    [InlineData("running", "elsewhere/1/1", 31, NextMove.Run)]
    [InlineData("running", Gone, 1, NextMove.Run)]
    [InlineData("stopping", "elsewhere/1/1", 29, NextMove.Wait)]
    [InlineData("stopping", "elsewhere/1/1", 31, NextMove.MarkStopped)]
    [InlineData("stopping", Gone, 1, NextMove.MarkStopped)]
    [InlineData("stopped", Gone, 9999, NextMove.Wait)]
    [InlineData("failed", Gone, 9999, NextMove.Wait)]
    public void Run_GoesOnByItself_OnlyWhenNobodyHasItAndNobodyMustLook(string state, string? owner, int silentSeconds, NextMove move) =>
        NextMoves.For(Run(state, owner, silent: TimeSpan.FromSeconds(silentSeconds)), name => name == Gone).ShouldBe(move);

    [Fact]
    public void RunTriedBefore_WaitsLongerEachTime_ButNeverMoreThanFiveMinutes()
    {
        Enumerable.Range(1, 9).Select(attempts => NextMoves.WaitAfter(attempts).TotalSeconds).ShouldBe([5, 10, 20, 40, 80, 160, 300, 300, 300]);
        NextMoves.For(Run("planned", Gone, ended: TimeSpan.FromSeconds(19), attempts: 3), _ => true).ShouldBe(NextMove.Wait);
        NextMoves.For(Run("planned", Gone, ended: TimeSpan.FromSeconds(21), attempts: 3), _ => true).ShouldBe(NextMove.Run);
    }

    [Fact]
    public void Lease_IsTheClaims_SoThatNobodyTriesWhatTheClaimRefuses() => RunClaims.Lease.ShouldBe(TimeSpan.FromSeconds(30));

    private static OpenRun Run(string state, string? owner, TimeSpan? silent = null, TimeSpan? ended = null, int attempts = 1) =>
        new(1, Schedules.Date("2026-08-18"), state, owner, attempts, silent, ended);
}
