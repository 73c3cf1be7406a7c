namespace Cycle.Ledger.Accounts;

/// <summary>Where an account stands at the end of a day (files.md, balances.csv).</summary>
/// <param name="Billed">Open debt on statements, less any credit balance.</param>
/// <param name="Unbilled">Open debt not on a statement yet.</param>
/// <param name="PlansToCome">Instalment parts not posted yet; not in the balance, but using up the limit.</param>
/// <param name="CashPrincipal">Outstanding principal of cash advances.</param>
public sealed record AccountPosition(Money Billed, Money Unbilled, Money PlansToCome, Money CashPrincipal)
{
    /// <summary>What is owed; negative is a credit balance.</summary>
    public Money Balance => Billed + Unbilled;

    /// <summary>What the limit leaves; negative when over it.</summary>
    public Money Available(Money creditLimit) => creditLimit - Balance - PlansToCome;
}
