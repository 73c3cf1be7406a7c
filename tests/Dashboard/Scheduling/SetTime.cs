namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>A clock that shows what a test sets, as a wall in Bangkok would.</summary>
internal sealed class SetTime : TimeProvider
{
    private DateTimeOffset _now;

    /// <summary>Sets it to "yyyy-MM-dd HH:mm" in Bangkok.</summary>
    public void Set(string wall) => _now = new(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
