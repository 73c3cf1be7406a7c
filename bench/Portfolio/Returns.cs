namespace Cycle.Bench.Portfolio;

/// <summary>Some purchases come back: the goods as a refund, or the charge itself as a reversal.</summary>
internal sealed class Returns(Prng prng, AccountProfile account, RateTables rates, DateOnly last)
{
    private const int ReversalsPermille = 15;
    private const int AllPermille = 45;
    private const int MostDaysLater = 20;

    /// <summary>What comes back of a purchase, if anything.</summary>
    public ComingCredit? Draw(string id, DateOnly date, DrawnDebit debit)
    {
        var share = prng.Below(1_000);
        if (share >= AllPermille || debit.Row.Kind != "PURCHASE")
        {
            return null;
        }

        var back = date.AddDays(prng.Between(1, MostDaysLater));
        return share < ReversalsPermille ? Reversal(id, back, debit) : Refund(id, back, debit);
    }

    private static ComingCredit Reversal(string id, DateOnly back, DrawnDebit debit) => new(
        back,
        On(back, id, debit.Row) with { Kind = "REVERSAL", Original = debit.Row.PostingId },
        debit.Principal + debit.Fees);

    private ComingCredit Refund(string id, DateOnly back, DrawnDebit debit)
    {
        var row = On(back, id, debit.Row) with
        {
            Kind = "REFUND",
            Amount = prng.Percent(60) || debit.Row.Currency == "JPY" ? debit.Row.Amount : (debit.Row.Amount + 1) / 2,
            Original = prng.Percent(80) ? debit.Row.PostingId : "",
        };
        var satang = row.Currency == "THB"
            ? row.Amount!.Value
            : rates.ToSatang(account.Product.Network, row.Currency, row.Amount!.Value, back <= last ? back : last);
        return new(back, row, satang);
    }

    private static PostingRow On(DateOnly date, string id, PostingRow row) =>
        row with { PostingId = id, TransactionDate = date, PostingDate = date, Time = "", BillingAmount = null };
}
