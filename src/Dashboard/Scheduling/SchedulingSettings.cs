using Cycle.Jobs.Nights;
using Cycle.Jobs.Schedule;

namespace Cycle.Dashboard.Scheduling;

/// <summary>What a host that schedules and runs nights is given.</summary>
/// <param name="ConnectionString">The database, with its password: the scheduler keeps a small pool of its own.</param>
/// <param name="Timetable">The schedule.</param>
/// <param name="Nights">Asked anew for every night, so that the inbox is listed when the night begins.</param>
internal sealed record SchedulingSettings(string ConnectionString, Timetable Timetable, Func<NightSettings> Nights);
