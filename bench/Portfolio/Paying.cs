using Cycle.Ledger.Calendar;

namespace Cycle.Bench.Portfolio;

/// <summary>Draws how a customer answers a statement.</summary>
internal sealed class Paying(Prng prng, AccountProfile account)
{
    private const int LotusCeiling = 4_900_000;
    private const int CounterServiceCeiling = 3_000_000;
    private const int KioskCeiling = 200_000;

    private static readonly Behaviour[] All = Enum.GetValues<Behaviour>();

    /// <summary>The payment, if there is one.</summary>
    public ComingCredit? Draw(string id, DateOnly statement, RunningBalance balance)
    {
        // Now and then somebody does otherwise than usual.
        var behaviour = prng.Percent(10) ? prng.Pick(All) : account.Behaviour;
        var due = ThaiHolidays.Calendar.BusinessDayOnOrAfter(
            MonthDay.NominalDueDate(statement, account.StatementDay, account.Product.DueDays));
        var amount = Amount(behaviour, balance);
        if (balance.Billed <= 0 || amount <= 0)
        {
            return null;
        }

        var paid = behaviour == Behaviour.Late
            ? due.AddDays(prng.Between(1, 12))
            : prng.Percent(35) ? due : statement.AddDays(prng.Between(2, Math.Max(2, due.DayNumber - statement.DayNumber)));
        var channel = Channel(amount, paid == due);
        var posted = channel.StartsWith("COUNTER_SERVICE", StringComparison.Ordinal) || prng.Percent(5)
            ? paid.AddDays(prng.Between(1, 2))
            : paid;
        return new(posted, Row(id, paid, posted, amount, channel), amount);
    }

    private PostingRow Row(string id, DateOnly paid, DateOnly posted, long amount, string channel) => new()
    {
        PostingId = id,
        CardId = account.Cards[0].CardId,
        Kind = "PAYMENT",
        TransactionDate = paid,
        Time = prng.Percent(70) ? $"{prng.Between(6, 23):00}:{prng.Below(60):00}:00" : "",
        PostingDate = posted,
        Amount = amount,
        Channel = channel,
    };

    private long Amount(Behaviour behaviour, RunningBalance balance) => behaviour switch
    {
        Behaviour.Full => balance.Billed,
        Behaviour.Minimum => prng.Percent(50) ? balance.Minimum : Math.Min(balance.Billed, Rounded(balance.Minimum)),
        Behaviour.Partial => Math.Min(balance.Billed, Math.Max(balance.Minimum, Rounded(balance.Billed * prng.Between(20, 80) / 100))),
        Behaviour.Late => prng.Percent(60) ? balance.Billed : balance.Minimum,
        _ => prng.Percent(20) ? Math.Min(balance.Billed, 50_000) : 0,
    };

    /// <summary>Up to the next hundred baht.</summary>
    private static long Rounded(long satang) => (satang + 9_999) / 10_000 * 10_000;

    private string Channel(long amount, bool onDueDate) => onDueDate && prng.Percent(60)
        ? "DIRECT_DEBIT"
        : prng.Pick(
            ("MOBILE", 45), ("PROMPTPAY", 20), ("ATM", 8), ("COUNTER", 7), ("", 3),
            (amount <= CounterServiceCeiling ? "COUNTER_SERVICE_BKK" : "MOBILE", 6),
            (amount <= CounterServiceCeiling ? "COUNTER_SERVICE_UPC" : "MOBILE", 5),
            (amount <= LotusCeiling ? "LOTUS" : "MOBILE", 4),
            (amount <= KioskCeiling ? "KIOSK" : "MOBILE", 2));
}
