namespace Cycle.Jobs.Messages;

/// <summary>A message as operations see it in a list: without its text and with its number masked.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="BusinessDate">The night that queued it.</param>
/// <param name="AccountId">The account's token.</param>
/// <param name="Kind">DUE_NOTICE, SPEND_ALERT, ...</param>
/// <param name="Mobile">Where it goes, masked.</param>
/// <param name="State">One of <see cref="MessageStates"/>.</param>
/// <param name="Attempts">Attempts since it was queued or resent.</param>
/// <param name="LastWord">What happened to it last; empty when nothing did.</param>
public sealed record ListedMessage(
    long MessageId, DateOnly BusinessDate, string AccountId, string Kind, string Mobile, string State, int Attempts, string LastWord);
