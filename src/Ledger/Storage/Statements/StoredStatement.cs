using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Ledger.Storage.Statements;

/// <summary>An issued statement with everything that was printed with it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Holder">To whom, as printed.</param>
/// <param name="AvailableCredit">Limit less balance and instalment parts still to come.</param>
/// <param name="AnnualRate">The account's interest rate on the statement date.</param>
/// <param name="Spending">Spending of the account's statements from five calendar months before this one up to it, the oldest first.</param>
/// <param name="TariffId">The tariff that computed it.</param>
/// <param name="TariffSha256">Its hash.</param>
public sealed record StoredStatement(
    Statement Statement,
    StatementHolder Holder,
    Money AvailableCredit,
    PercentRate AnnualRate,
    IReadOnlyList<CycleSpending> Spending,
    string TariffId,
    string TariffSha256);
