using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Cycle.Ledger.Tests.Tariffs;

namespace Cycle.Ledger.Tests.Scenarios;

/// <summary>An account's life told in a few lines, then played night by night. A posting is taken on its posting date unless told otherwise.</summary>
internal sealed class Scenario
{
    private readonly List<AccountTerms> _terms = [];
    private readonly List<Arrival> _arrivals = [];
    private Tariff _tariff = ShippedTariffs.Gsb2026;
    private string _product = "MC_PLATINUM";
    private HolidayCalendar _calendar = HolidayCalendar.WeekendsOnly;
    private DateOnly? _from;

    private Scenario(int statementDay) => _terms.Add(new(DateOnly.MinValue, statementDay, Secured: false));

    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>An unsecured platinum account under the default tariff.</summary>
    public static Scenario WithStatementDay(int statementDay) => new(statementDay);

    public Scenario Under(Tariff tariff, string product = "MC_PLATINUM")
    {
        (_tariff, _product) = (tariff, product);
        return this;
    }

    /// <summary>The first night; the night of the first file when not told.</summary>
    public Scenario From(string date)
    {
        _from = Shorthand.Day(date);
        return this;
    }

    public Scenario Secured(string? from = null)
    {
        if (from is null)
        {
            _terms[^1] = _terms[^1] with { Secured = true };
        }
        else
        {
            _terms.Add(_terms[^1] with { From = Shorthand.Day(from), Secured = true });
        }

        return this;
    }

    public Scenario StatementDayChanges(int day, string from)
    {
        _terms.Add(_terms[^1] with { From = Shorthand.Day(from), StatementDay = day });
        return this;
    }

    public Scenario Holidays(params string[] dates)
    {
        _calendar = new(dates.Select(Shorthand.Day));
        return this;
    }

    public Scenario Purchase(
        string id, string amount, string posted, string? transacted = null, string? taken = null,
        bool foreign = false, int? months = null, string merchant = "") =>
        Add(Make(id, PostingKind.Purchase, amount, posted, transacted, taken) with { IsForeign = foreign, Months = months, Merchant = merchant });

    public Scenario Cash(
        string id, string amount, string posted, string? transacted = null, string? taken = null, bool foreign = false) =>
        Add(Make(id, PostingKind.CashAdvance, amount, posted, transacted, taken) with { IsForeign = foreign });

    public Scenario Tax(string id, string amount, string posted) =>
        Add(Make(id, PostingKind.TaxPayment, amount, posted, null, null));

    public Scenario Pay(string amount, string paid, string? posted = null, string? taken = null) =>
        Add(Make($"PAY{_arrivals.Count:00}", PostingKind.Payment, amount, posted ?? paid, paid, taken));

    public Scenario Refund(string amount, string posted, string? of = null, string? taken = null) =>
        Add(Make($"REF{_arrivals.Count:00}", PostingKind.Refund, amount, posted, null, taken) with { Original = of });

    public Scenario Reverse(string original, string posted, string? taken = null)
    {
        var taking = _arrivals.Single(arrival => arrival.Id == original);
        return Add(Make($"REV-{original}", PostingKind.Reversal, "0.00", posted, null, taken) with
        {
            Amount = taking.Amount, IsForeign = taking.IsForeign, Original = original,
        });
    }

    public Scenario ServiceFee(PostingKind kind, string posted)
    {
        var amount = _tariff.ServiceFees[kind].On(Shorthand.Day(posted));
        return Add(Make($"FEE{_arrivals.Count:00}", kind, amount.ToString(), posted, null, null));
    }

    public Scenario Add(Arrival arrival)
    {
        _arrivals.Add(arrival);
        return this;
    }

    /// <summary>Plays every night through a date.</summary>
    public Played Through(string date) => Through(Shorthand.Day(date));

    public Played Through(DateOnly last)
    {
        var secured = _terms[^1].Secured;
        var account = new Account(
            "A1", "U1", "Holder", _product, secured, Money.FromBaht(100_000), _terms[^1].StatementDay, Language.Thai,
            Mobile: "", SmsOptIn: false, AddressLines: [], Postcode: "");
        var nights = new AccountNights(account, new(_terms), _tariff, _calendar);
        var first = _from ?? _arrivals.Select(arrival => arrival.Taken).DefaultIfEmpty(last).Min();
        for (var night = first; night <= last; night = night.AddDays(1))
        {
            nights.Run(night, _arrivals.Where(arrival => arrival.Taken == night));
        }

        return new(nights);
    }

    private static Arrival Make(
        string id, PostingKind kind, string amount, string posted, string? transacted, string? taken) => new(
        id, kind, Shorthand.Baht(amount), Shorthand.Day(transacted ?? posted), Shorthand.Day(posted),
        Shorthand.Day(taken ?? posted));
}
