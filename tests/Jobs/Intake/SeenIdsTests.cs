using Cycle.Jobs.Intake.Postings;

namespace Cycle.Jobs.Tests.Intake;

public sealed class SeenIdsTests
{
    private const int Ids = 200_000;

    [Fact]
    public void Id_IsNeverMissed_WhenItCameBefore()
    {
        var seen = new SeenIds();
        for (var i = 0; i < Ids; i++)
        {
            seen.Add(IdText.Of($"P{i}"));
        }

        Enumerable.Range(0, Ids).ShouldAllBe(i => seen.Add(IdText.Of($"P{i}")));
    }

    [Fact]
    public void Id_IsNew_ForNearlyAllThatDidNotComeBefore()
    {
        var seen = new SeenIds();

        // One in 1,300 shares its bit with another at the end.
        Enumerable.Range(0, Ids).Count(i => seen.Add(IdText.Of($"P{i}"))).ShouldBeLessThan(Ids / 500);
    }
}
