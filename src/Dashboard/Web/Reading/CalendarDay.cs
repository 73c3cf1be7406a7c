namespace Cycle.Dashboard.Web.Reading;

/// <summary>A day of the calendar of cycles.</summary>
/// <param name="Date">The date.</param>
/// <param name="Holiday">The holiday's name, if it is one.</param>
/// <param name="Expected">Accounts cut on it.</param>
/// <param name="RunId">Its night, if it has one.</param>
/// <param name="State">The night's state.</param>
internal sealed record CalendarDay(DateOnly Date, string? Holiday, long Expected, long? RunId, string? State)
{
    /// <summary>Whether the bank does not work on it.</summary>
    public bool IsOff => Holiday is not null || Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
