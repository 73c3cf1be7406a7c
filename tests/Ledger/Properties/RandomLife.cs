using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>An account and everything that ever happens to it, as a property invents it.</summary>
internal sealed record RandomLife(
    int StatementDay, Tariff Tariff, string Product, IReadOnlyList<AccountTerms> Terms, IReadOnlyList<Arrival> Arrivals)
{
    /// <summary>The first night of every invented life.</summary>
    public static readonly DateOnly First = new(2026, 6, 1);

    /// <summary>Its last night: seven cycles.</summary>
    public static readonly DateOnly Last = new(2026, 12, 31);

    /// <summary>A table with holidays on weekdays and next to weekends.</summary>
    public static readonly HolidayCalendar Calendar = new(
    [
        new(2026, 7, 2), new(2026, 7, 3), new(2026, 8, 12), new(2026, 9, 2), new(2026, 10, 13), new(2026, 10, 23),
        new(2026, 11, 2), new(2026, 12, 7), new(2026, 12, 10),
    ]);

    /// <summary>The account, never run.</summary>
    public AccountNights Nights()
    {
        var account = new Account(
            "A1", "U1", "Holder", Product, Terms[^1].Secured, Money.FromBaht(100_000), StatementDay, Language.Thai, Mobile: "",
            SmsOptIn: false, AddressLines: [], Postcode: "");
        return new(account, new(Terms), Tariff, Calendar);
    }

    /// <summary>The whole life.</summary>
    public Played Play() => Play(Arrivals);

    /// <summary>The same account with other postings.</summary>
    public Played Play(IReadOnlyList<Arrival> arrivals)
    {
        var nights = Nights();
        for (var night = First; night <= Last; night = night.AddDays(1))
        {
            nights.Run(night, arrivals.Where(arrival => arrival.Taken == night));
        }

        return new(nights);
    }

    /// <summary>The life with one posting and all that names it left out: what a failing property shrinks to.</summary>
    public IEnumerable<RandomLife> Smaller() => Arrivals.Select(gone => this with
    {
        Arrivals = [.. Arrivals.Where(arrival => arrival.Id != gone.Id && arrival.Original != gone.Id)],
    });

    /// <summary>Only what concerns interest on purchases: no cash, no payments of the customer's own.</summary>
    public RandomLife Without(params PostingKind[] kinds)
    {
        var gone = Arrivals.Where(arrival => kinds.Contains(arrival.Kind)).Select(arrival => arrival.Id).ToHashSet();
        return this with
        {
            Arrivals = [.. Arrivals.Where(arrival => !gone.Contains(arrival.Id) && !gone.Contains(arrival.Original ?? ""))],
        };
    }

    public override string ToString() =>
        $"statement day {StatementDay}, {Tariff.Id} {Product}, {string.Join(" ", Terms)}\n  " + string.Join("\n  ", Arrivals);
}
