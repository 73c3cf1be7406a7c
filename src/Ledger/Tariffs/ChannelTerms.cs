namespace Cycle.Ledger.Tariffs;

/// <summary>What a payment channel takes (rules.md section 2). The charge is collected at the channel and never posted.</summary>
/// <param name="Charge">What the payer pays at the channel, for information.</param>
/// <param name="MaxPayment">The most one payment may be, if limited.</param>
/// <param name="MaxPerDay">The most an account may pay on one transaction date, if limited.</param>
public sealed record ChannelTerms(Money Charge, Money? MaxPayment, Money? MaxPerDay);
