namespace Cycle.Jobs.Schedule;

/// <summary>Which business date a firing is for.</summary>
public enum FiringDate
{
    /// <summary>The date on which it fires: a night that begins in the evening.</summary>
    SameDay,

    /// <summary>The date before: a night that begins after midnight.</summary>
    PreviousDay,
}
