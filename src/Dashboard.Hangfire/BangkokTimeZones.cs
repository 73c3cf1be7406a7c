using Cycle.Jobs.Schedule;
using Hangfire;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Asia/Bangkok is known on machines without a time zone database too.</summary>
internal sealed class BangkokTimeZones : ITimeZoneResolver
{
    public TimeZoneInfo GetTimeZoneById(string timeZoneId) => BangkokTime.Find(timeZoneId);
}
