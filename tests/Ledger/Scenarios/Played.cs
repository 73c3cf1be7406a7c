using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Collections;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Scenarios;

/// <summary>What came of a scenario.</summary>
internal sealed class Played(AccountNights nights)
{
    public AccountNights Nights => nights;

    public AccountState State => nights.State;

    public IReadOnlyList<Statement> Statements => [.. nights.Cuts.Select(cut => cut.Statement).OfType<Statement>()];

    public IReadOnlyList<CutResult> Cuts => nights.Cuts;

    /// <summary>The statement of a date; fails when none was made.</summary>
    public Statement Statement(string date) => Statements.Single(statement => statement.StatementDate == Shorthand.Day(date));

    /// <summary>The cut of a date.</summary>
    public CutResult Cut(string date) => nights.Cuts.Single(cut => cut.State.LastCut == Shorthand.Day(date));

    /// <summary>Collection fees charged and credited, in the order they were made.</summary>
    public IReadOnlyList<Posting> CollectionPostings =>
        [.. nights.Taken.Values.Where(p => p.Kind is PostingKind.FeeCollection or PostingKind.FeeCollectionCredit)];

    /// <summary>The position at the end of a day of the open cycle.</summary>
    public AccountPosition Position(string day) => Positions.On(nights.Cycle, Shorthand.Day(day));

    /// <summary>Interest accrued and not billed at the end of a day of the open cycle.</summary>
    public Money AccruedInterest(string day) => Positions.AccruedInterest(nights.Cycle, Shorthand.Day(day), nights.Tariff);

    /// <summary>The overdue state at the end of a day of the open cycle.</summary>
    public OverdueState OverdueOn(string day) => Overdue.On(nights.Cycle, Shorthand.Day(day));

    /// <summary>Legs as "2026-08-19..2026-09-01 10000.00 16.00 61.37".</summary>
    public IReadOnlyList<string> Legs(string statementDate) =>
        [.. Statement(statementDate).InterestLegs.Select(leg =>
            $"{leg.From:yyyy-MM-dd}..{leg.To:yyyy-MM-dd} {leg.Principal} {leg.AnnualRate} {leg.Amount}")];

    /// <summary>A cut's allocations as "credit > target posting amount".</summary>
    public IReadOnlyList<string> Allocations(string statementDate) =>
        [.. Cut(statementDate).Allocations.Select(a => $"{a.CreditId} > {a.Target} {a.PostingId} {a.Amount}")];
}
