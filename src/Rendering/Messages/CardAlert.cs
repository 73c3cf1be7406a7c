namespace Cycle.Rendering.Messages;

/// <summary>What a spend alert and a reversal alert say (rules.md section 9), already formatted by <see cref="Printed"/>.</summary>
/// <param name="LastFour">Last four digits of the card.</param>
/// <param name="Amount">The amount in baht, unsigned.</param>
/// <param name="Merchant">The merchant as received; shortened where the message would not fit one segment.</param>
/// <param name="Time">When the customer acted, "15:15"; empty when not known.</param>
/// <param name="RemainingCredit">Credit left after this very row, in baht.</param>
public sealed record CardAlert(string LastFour, string Amount, string Merchant, string Time, string RemainingCredit);
