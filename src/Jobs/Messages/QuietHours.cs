namespace Cycle.Jobs.Messages;

/// <summary>Hours of the day, Asia/Bangkok, in which no message is sent; they may pass midnight.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute after; other than <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    // Thailand has kept one offset, without summer time, since 1920.
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>When sending may begin again; null when it may now.</summary>
    /// <param name="now">A moment.</param>
    public DateTimeOffset? EndAfter(DateTimeOffset now)
    {
        var local = now.ToOffset(Bangkok);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (!time.IsBetween(From, To))
        {
            return null;
        }

        var end = new DateTimeOffset(local.Date + To.ToTimeSpan(), Bangkok);
        return end > local ? end : end.AddDays(1);
    }
}
