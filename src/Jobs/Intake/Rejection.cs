namespace Cycle.Jobs.Intake;

/// <summary>Why a row is not taken.</summary>
/// <param name="Reason">One of <see cref="RejectReasons"/>.</param>
/// <param name="Detail">What was found and what was expected, fit to be shown.</param>
internal sealed record Rejection(string Reason, string Detail);
