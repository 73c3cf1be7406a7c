namespace Cycle.Dashboard.Web.Reading;

/// <summary>An account that failed alone.</summary>
/// <param name="Step">The step's number.</param>
/// <param name="StepName">The step's name.</param>
/// <param name="AccountId">The account's token.</param>
/// <param name="Error">Why.</param>
/// <param name="At">When.</param>
/// <param name="Resolution">What was done about it and by whom; null while it waits.</param>
internal sealed record SetAsideRow(short Step, string StepName, string AccountId, string Error, DateTimeOffset At, string? Resolution);
