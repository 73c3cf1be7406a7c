namespace Cycle.Ledger.Billing;

/// <summary>
/// The most of its limit that an account can be using, from sums alone: what it owed and had in plans at the last cut, and every debit
/// since, as if nothing had been paid or taken back. Most accounts are far below their limit by this already, so that nobody need fold their cycle.
/// </summary>
/// <param name="BalanceAtCut">What was owed at the last cut; negative is a credit balance.</param>
/// <param name="PlansAtCut">Whole amounts of the instalment plans with parts to come at the last cut.</param>
/// <param name="DebitsSince">Amounts and fees of the debits since; of a plan the whole amount, whatever is billed of it.</param>
/// <param name="CashSince">Amounts of the cash advances among them.</param>
public sealed record UsageCeiling(Money BalanceAtCut, Money PlansAtCut, Money DebitsSince, Money CashSince)
{
    /// <summary>At least what uses up the credit limit (rules.md section 2): the balance and the parts to come.</summary>
    public Money Used => BalanceAtCut + PlansAtCut + DebitsSince;

    /// <summary>At least the outstanding principal of cash advances. Nothing is open beside a credit balance, so it cannot hide any.</summary>
    public Money CashPrincipal => (BalanceAtCut.IsPositive ? BalanceAtCut : Money.Zero) + CashSince;
}
