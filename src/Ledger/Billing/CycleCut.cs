using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Collections;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>The close of an account's cycle: the heart of the product, a pure function (rules.md sections 3 to 7).</summary>
public static class CycleCut
{
    /// <summary>Closes a cycle.</summary>
    /// <param name="cycle">The state at the last cut and everything taken in since.</param>
    /// <param name="cut">The statement date; every posting's value date is on or before it and after the last cut.</param>
    /// <param name="tariff">The tariff.</param>
    /// <param name="calendar">Decides the effective due date.</param>
    /// <param name="withAllocations">Whether to note which credit paid what.</param>
    /// <exception cref="InvalidOperationException">The parts do not add up: a defect, and the account must not be closed.</exception>
    public static CutResult Close(
        AccountCycle cycle, DateOnly cut, Tariff tariff, HolidayCalendar calendar, bool withAllocations = false)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(tariff);
        ArgumentNullException.ThrowIfNull(calendar);
        var events = new CycleEvents(cycle);
        var grace = GracePeriod.Decide(cycle.State.LastStatement, events);
        var plans = events.Plans().ToList();
        var allocations = withAllocations ? new List<Allocation>() : null;
        var balance = CycleFold.Through(cycle, events, cut, [.. plans.Select(plan => Part(plan, cut))], allocations);

        GracePeriod.Apply(balance, grace, tariff.PurchasesWhileRevolving.On(cut));
        var legs = AccruedLegs.Through(balance, cycle, cut, tariff);
        var interest = Money.Sum(legs.Select(leg => leg.Amount));
        balance.BillInterest(cut, interest);

        var lines = StatementLines.Of(cycle, events, cut, plans);
        var isMade = cycle.Postings.Count > 0 || !cycle.State.Balance.IsZero || !balance.Total.IsZero;
        var statement = isMade ? Issue(cycle, events, cut, balance.Total, interest, lines, legs, tariff) : null;
        var state = Next(cycle, events, cut, balance, plans, statement, calendar);
        return new(statement, state, grace, allocations ?? []);
    }

    private static WorkingItem Part(InstalmentPlan plan, DateOnly cut) => new(
        plan.PostingId, plan.PartsBilled + 1, ItemKind.Instalment, cut, cut, plan.Part(plan.PartsBilled + 1));

    private static Statement Issue(
        AccountCycle cycle,
        CycleEvents events,
        DateOnly cut,
        Money newBalance,
        Money interest,
        List<StatementLine> lines,
        List<InterestLeg> legs,
        Tariff tariff)
    {
        var totals = LineTotals.Of(lines);
        var previous = cycle.State.Balance;
        if (previous + totals.Net + interest != newBalance)
        {
            throw new InvalidOperationException(
                $"Statement {cut:yyyy-MM-dd} does not add up: {previous} {totals.Net} {interest} is not {newBalance}.");
        }

        var dueDays = tariff.Product(cycle.Account.Product).DueDays.On(cut);
        var due = MonthDay.NominalDueDate(cut, cycle.History.On(cut).StatementDay, dueDays);
        var overdue = Overdue.AtCut(cycle.State, events, cut, newBalance);
        return new(
            cycle.Account.AccountId, cut, due, previous, totals.Payments, totals.Refunds, totals.Purchases,
            totals.CashAdvances, totals.Instalments, totals.Fees, interest, newBalance,
            MinimumPayment.Of(newBalance, totals.Instalments, due, tariff), overdue.Cycles, overdue.Amount, lines, legs);
    }

    private static AccountState Next(
        AccountCycle cycle,
        CycleEvents events,
        DateOnly cut,
        WorkingBalance balance,
        List<InstalmentPlan> plans,
        Statement? statement,
        HolidayCalendar calendar)
    {
        var last = statement is null ? null : new LastStatement(
            cut, statement.DueDate, calendar.BusinessDayOnOrAfter(statement.DueDate),
            statement.NewBalance, statement.MinimumPayment);
        return new(
            cut,
            last,
            balance.Credit,
            [.. balance.BilledFees.Concat(balance.UnbilledFees)
                .Where(fee => fee.Outstanding.IsPositive).Select(fee => fee.ToOpenFee(cut))],
            [.. balance.BilledInterest.Where(i => i.Outstanding.IsPositive).Select(i => i.ToOpenInterest())],
            [.. balance.Items.Where(item => item.Principal.IsPositive)
                .Select(item => item.ToOpenItem(cut, billedThrough: item.Grace == Grace.None))],
            [.. plans.Select(plan => plan with { PartsBilled = plan.PartsBilled + 1 })
                .Where(plan => plan.PartsBilled < plan.Months)
                .OrderBy(plan => plan.PostingId, StringComparer.Ordinal)],
            Overdue.BucketsAfter(cycle.State, events, cut, last));
    }
}
