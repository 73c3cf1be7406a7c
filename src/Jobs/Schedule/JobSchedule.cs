namespace Cycle.Jobs.Schedule;

/// <summary>When one job fires, for which date, and what happens when that goes wrong. Read from <c>schedule.json</c>.</summary>
/// <param name="Job">The job, such as NIGHT.</param>
/// <param name="At">The time of day in Asia/Bangkok.</param>
/// <param name="BusinessDate">Which date a firing is for.</param>
/// <param name="Holidays">On which days it fires.</param>
/// <param name="Misfire">What becomes of a firing nobody heard.</param>
/// <param name="CatchesUp">Whether dates of earlier firings that were missed are planned by themselves; otherwise a person decides.</param>
/// <param name="LateAfter">How long after its firing a date must be complete.</param>
/// <param name="FirstBusinessDate">The first date of an empty installation; null leaves the first run to a person.</param>
public sealed record JobSchedule(
    string Job,
    TimeOnly At,
    FiringDate BusinessDate,
    HolidayPolicy Holidays,
    MisfirePolicy Misfire,
    bool CatchesUp,
    TimeSpan LateAfter,
    DateOnly? FirstBusinessDate);
