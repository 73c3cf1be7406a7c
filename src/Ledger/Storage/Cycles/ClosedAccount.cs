using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>What the close of one account writes.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="State">The state the next cycle begins with.</param>
/// <param name="LastMovement">Posting date of the last movement up to the cut, if any.</param>
/// <param name="Statement">The statement, if one was made.</param>
/// <param name="Holder">To whom, as printed; not null when a statement was made.</param>
/// <param name="AvailableCredit">Limit less balance and instalment parts still to come.</param>
/// <param name="AnnualRate">The account's interest rate on the statement date.</param>
public sealed record ClosedAccount(
    string AccountId,
    AccountState State,
    DateOnly? LastMovement,
    Statement? Statement,
    StatementHolder? Holder,
    Money AvailableCredit,
    PercentRate AnnualRate);
