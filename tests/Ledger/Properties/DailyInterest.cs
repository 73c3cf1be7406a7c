using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>
/// Interest worked out a second way, day by day from the evidence (postings and allocations), against which the legs are held.
/// Slow and plain on purpose.
/// </summary>
internal sealed class DailyInterest(RandomLife life, Played play)
{
    private readonly AccountHistory _history = play.Nights.History;

    // What was allocated to principal, by the posting and the cut that first billed it.
    private readonly ILookup<(string Id, DateOnly FirstCut), Allocation> _paid = play.Cuts
        .SelectMany(cut => cut.Allocations
            .Where(a => a.Target is not (AllocationTarget.BilledFee or AllocationTarget.UnbilledFee))
            .Select(a => (Cut: cut.State.LastCut!.Value, Allocation: a)))
        .ToLookup(paid => (paid.Allocation.PostingId, paid.Allocation.BilledOn ?? paid.Cut), paid => paid.Allocation);

    /// <summary>The legs each cut should bill, as text in the statement's order.</summary>
    public IEnumerable<(DateOnly Cut, List<string> Legs)> Expected()
    {
        var cuts = play.Cuts;
        for (var i = 0; i < cuts.Count; i++)
        {
            var cut = cuts[i].State.LastCut!.Value;
            var legs = Items(i).SelectMany(item => LegsOf(item, i)).ToList();
            legs.Sort((left, right) => (left.Id, left.From, left.Principal, left.To).CompareTo(
                (right.Id, right.From, right.Principal, right.To)));
            yield return (cut, [.. legs.Select(leg => leg.Text)]);
        }
    }

    private sealed record Item(string Id, ItemKind Kind, Money Amount, DateOnly Start, int FirstCut);

    private DateOnly CutAt(int index) => play.Cuts[index].State.LastCut!.Value;

    /// <summary>Every item billed on a cut or before.</summary>
    private IEnumerable<Item> Items(int through)
    {
        for (var i = 0; i <= through; i++)
        {
            foreach (var p in play.Nights.Closed[i].Cycle.Postings.Where(p => p.Kind.IsPrincipal() && !p.IsPlan))
            {
                var kind = Enum.Parse<ItemKind>(p.Kind.ToString());
                yield return new(
                    p.PostingId, kind, p.Amount, kind == ItemKind.CashAdvance ? p.TransactionDate : p.PostingDate, i);
            }

            foreach (var line in play.Cuts[i].Statement?.Lines.Where(line => line.Kind == "INSTALMENT") ?? [])
            {
                yield return new(line.PostingId, ItemKind.Instalment, line.Amount, CutAt(i), i);
            }
        }
    }

    private IEnumerable<(string Id, DateOnly From, Money Principal, DateOnly To, string Text)> LegsOf(Item item, int at)
    {
        if (IsReversed(item, at) || BearsFrom(item) is not { } bears || at < bears)
        {
            yield break;
        }

        var day = at == bears ? item.Start : CutAt(at - 1).AddDays(1);
        while (day <= CutAt(at))
        {
            var (from, principal, rate) = (day, PrincipalOn(item, day), Rate(day));
            while (day < CutAt(at) && !_history.IsStatementDate(day)
                && PrincipalOn(item, day.AddDays(1)) == principal && Rate(day.AddDays(1)) == rate)
            {
                day = day.AddDays(1);
            }

            var amount = Rounded(principal, rate, day.DayNumber - from.DayNumber + 1);
            if (amount > 0)
            {
                yield return (item.Id, from, principal, day, $"{item.Id} {item.Kind} {from:o}..{day:o} {principal} {rate} {new Money(amount)}");
            }

            day = day.AddDays(1);
        }
    }

    /// <summary>The first cut that bills interest of an item; none when it is free for good.</summary>
    private int? BearsFrom(Item item)
    {
        if (item.Kind == ItemKind.CashAdvance)
        {
            return item.FirstCut;
        }

        if (PrincipalOn(item, CutAt(item.FirstCut)).IsZero)
        {
            return null;
        }

        var atOnce = life.Tariff.PurchasesWhileRevolving.On(CutAt(item.FirstCut)) == Ledger.Tariffs.PurchasesWhileRevolving.FromPosting;
        if (atOnce && !play.Cuts[item.FirstCut].Grace.IsPaidInFull)
        {
            return item.FirstCut;
        }

        var next = item.FirstCut + 1;
        return next < play.Cuts.Count && !play.Cuts[next].Grace.IsPaidInFull ? next : null;
    }

    private Money PrincipalOn(Item item, DateOnly day) => item.Amount - Money.Sum(
        _paid[(item.Id, CutAt(item.FirstCut))].Where(a => a.ValueDate <= day).Select(a => a.Amount));

    private bool IsReversed(Item item, int at) => play.Nights.Closed.Take(at + 1).SelectMany(closed => closed.Cycle.Postings)
        .Any(p => p.Kind == PostingKind.Reversal && p.OriginalPostingId == item.Id);

    private PercentRate Rate(DateOnly day) => life.Tariff.InterestRate(_history.On(day).Secured, day);

    private static long Rounded(Money principal, PercentRate rate, int days)
    {
        var exact = (decimal)principal.Satang * rate.BasisPoints * days / 3_650_000m;
        return (long)Math.Round(exact, MidpointRounding.AwayFromZero);
    }
}
