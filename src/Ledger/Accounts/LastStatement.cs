namespace Cycle.Ledger.Accounts;

/// <summary>What the next cycle needs to know of the statement made at the last cut.</summary>
/// <param name="StatementDate">The cut.</param>
/// <param name="DueDate">Nominal due date.</param>
/// <param name="EffectiveDueDate">The next business day when the nominal date is none; decides timeliness.</param>
/// <param name="NewBalance">What was owed.</param>
/// <param name="MinimumPayment">The least to pay.</param>
public sealed record LastStatement(
    DateOnly StatementDate, DateOnly DueDate, DateOnly EffectiveDueDate, Money NewBalance, Money MinimumPayment);
