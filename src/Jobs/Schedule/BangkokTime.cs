namespace Cycle.Jobs.Schedule;

/// <summary>The clock on the wall of the business, Asia/Bangkok (rules.md section 1): seven hours ahead of UTC since 1920, no summer time.</summary>
public static class BangkokTime
{
    /// <summary>The zone's name in the time zone database.</summary>
    public const string ZoneId = "Asia/Bangkok";

    /// <summary>The zone.</summary>
    public static TimeZoneInfo Zone { get; } = Find(ZoneId);

    /// <summary>The instant at which a wall clock in Bangkok shows a date and a time.</summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new(local, Zone.GetUtcOffset(local));
    }

    /// <summary>An instant as a wall clock in Bangkok shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The date in Bangkok at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>A time of every day in Bangkok as the same moment's time in UTC.</summary>
    public static TimeOnly InUtc(TimeOnly time) => time.Add(-Zone.BaseUtcOffset);

    /// <summary>The zone by its name; where the machine has no time zone database, the same zone by its offset.</summary>
    public static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(ZoneId, TimeSpan.FromHours(7), "Bangkok", "Bangkok");
}
