namespace Cycle.Jobs.Messages;

/// <summary>How the gateway answered.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Words">The answer, in words for operations; no number, no secret.</param>
internal sealed record SendResult(SendVerdict Verdict, string Words);
