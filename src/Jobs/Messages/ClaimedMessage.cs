namespace Cycle.Jobs.Messages;

/// <summary>A message this process is about to hand over.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="Mobile">Where it goes.</param>
/// <param name="Text">What it says.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="InterruptedSender">Who was handing it over before and never said how it went; null when nobody was.</param>
internal sealed record ClaimedMessage(long MessageId, string Mobile, string Text, int Attempt, string? InterruptedSender);
