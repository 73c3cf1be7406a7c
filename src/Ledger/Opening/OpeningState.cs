using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>Puts together the state an account had at its last cut, as if this system had made that cut.</summary>
public static class OpeningState
{
    /// <summary>The state.</summary>
    /// <param name="opening">An account without problems.</param>
    /// <param name="calendar">Decides the effective due date of the last statement.</param>
    public static AccountState Of(OpeningAccount opening, HolidayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(calendar);
        var head = opening.Head;
        var last = head.DueDate is not { } due ? null : new LastStatement(
            head.LastCut, due, calendar.BusinessDayOnOrAfter(due), head.Balance, head.MinimumPayment);
        return new(
            head.LastCut,
            last,
            head.Credit,
            [.. Fees(opening)],
            [.. opening.Interest.OrderBy(interest => interest.BilledOn)
                .Select(interest => new OpenInterest(interest.BilledOn, interest.Outstanding))],
            [.. Items(opening)],
            [.. opening.Plans.Where(plan => plan.IsRunning).Select(plan => plan.ToPlan())
                .OrderBy(plan => plan.PostingId, StringComparer.Ordinal)],
            [.. Buckets(opening, last)]);
    }

    private static IEnumerable<OpenFee> Fees(OpeningAccount opening) => opening.BilledFees
        .Where(fee => fee.Outstanding.IsPositive)
        .OrderBy(fee => fee.BilledOn).ThenBy(fee => fee.PostingDate).ThenBy(fee => fee.PostingId, StringComparer.Ordinal)
        .ThenBy(fee => FeeKinds.Rank(fee.Kind))
        .Select(fee => new OpenFee(fee.PostingId, fee.Kind, fee.PostingDate, fee.BilledOn!.Value, fee.Outstanding));

    private static IEnumerable<OpenItem> Items(OpeningAccount opening)
    {
        var cut = opening.Head.LastCut;
        var items = opening.Items.Where(item => item.Outstanding.IsPositive).Select(item => new OpenItem(
            item.PostingId, Part: 0, Kind(item.Kind), item.PostingDate, item.BilledOn, item.Grace!.Value,
            item.Grace == Grace.Pending ? Steps(item, opening) : [new(cut.AddDays(1), item.Outstanding)]));
        var parts = opening.Parts.Select(part => new OpenItem(
            part.PostingId, part.Number, ItemKind.Instalment, part.BilledOn, part.BilledOn, part.Grace,
            [new(part.Grace == Grace.Pending ? part.BilledOn : cut.AddDays(1), part.Outstanding)]));
        return items.Concat(parts)
            .OrderBy(item => item.BilledOn).ThenBy(item => item.PostingDate)
            .ThenBy(item => item.PostingId, StringComparer.Ordinal).ThenBy(item => item.Part);
    }

    /// <summary>Interest of an undecided item would run from its posting date, on what was outstanding each day.</summary>
    private static List<PrincipalStep> Steps(OpeningItem item, OpeningAccount opening)
    {
        var reductions = opening.Reductions
            .Where(reduction => reduction.PostingId == item.PostingId).OrderBy(reduction => reduction.ValueDate).ToList();
        var principal = item.Outstanding + Money.Sum(reductions.Select(reduction => reduction.Amount));
        var steps = new List<PrincipalStep> { new(item.PostingDate, principal) };
        foreach (var reduction in reductions)
        {
            principal -= reduction.Amount;
            steps.Add(new(reduction.ValueDate, principal));
        }

        return steps;
    }

    private static IEnumerable<OverdueBucket> Buckets(OpeningAccount opening, LastStatement? last)
    {
        var earlier = opening.Buckets.OrderBy(bucket => bucket.StatementDate)
            .Select(bucket => new OverdueBucket(bucket.StatementDate, bucket.EffectiveDueDate, bucket.Missing));
        return last is { MinimumPayment.IsPositive: true }
            ? earlier.Append(new(last.StatementDate, last.EffectiveDueDate, last.MinimumPayment))
            : earlier;
    }

    private static ItemKind Kind(PostingKind kind) => kind switch
    {
        PostingKind.CashAdvance => ItemKind.CashAdvance,
        PostingKind.TaxPayment => ItemKind.TaxPayment,
        _ => ItemKind.Purchase,
    };
}
