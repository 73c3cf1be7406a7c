namespace Cycle.Dashboard.Tests.Browser;

/// <summary>The real clock, moved on by a test; what it measures goes on as it is.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Move(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
