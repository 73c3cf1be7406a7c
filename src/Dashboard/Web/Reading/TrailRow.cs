namespace Cycle.Dashboard.Web.Reading;

/// <summary>An act in the trail.</summary>
/// <param name="TrailId">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">On what.</param>
/// <param name="Reason">Why.</param>
internal sealed record TrailRow(long TrailId, DateTimeOffset At, string Person, string Action, string Subject, string Reason);
