namespace Cycle.Ledger.Opening;

/// <summary>The account as its last statement left it.</summary>
/// <param name="AccountId">The account's token.</param>
/// <param name="LastCut">Its last statement day in the other system, whether a statement was made or not.</param>
/// <param name="DueDate">Nominal due date of the statement made on that day; none when none was made.</param>
/// <param name="Balance">What was owed at the end of that day: the statement's new balance; negative is a credit balance.</param>
/// <param name="MinimumPayment">The statement's minimum payment, as issued.</param>
public sealed record OpeningHead(
    string AccountId, DateOnly LastCut, DateOnly? DueDate, Money Balance, Money MinimumPayment) : OpeningRecord
{
    /// <summary>The credit balance, zero or above.</summary>
    public Money Credit => Money.Max(Money.Zero, -Balance);
}
