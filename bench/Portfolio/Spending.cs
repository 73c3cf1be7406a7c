namespace Cycle.Bench.Portfolio;

/// <summary>Draws what a customer spends on a day.</summary>
internal sealed class Spending(Prng prng, AccountProfile account, RateTables rates, DateOnly first)
{
    private static readonly int[] PlanMonths = [3, 4, 6, 10];

    /// <summary>One purchase, tax payment or cash advance, delivered in the file of a date.</summary>
    public DrawnDebit Draw(string id, CardProfile card, DateOnly date)
    {
        var kind = account.DrawsCash && prng.Percent(14) ? "CASH_ADVANCE" : prng.Percent(2) ? "TAX_PAYMENT" : "PURCHASE";
        var abroad = account.Travels && kind != "TAX_PAYMENT" && prng.Percent(30);
        var merchant = kind switch
        {
            "CASH_ADVANCE" => Merchant.DrawMachine(prng, abroad),
            "TAX_PAYMENT" => Merchant.DrawOffice(prng),
            _ => Merchant.Draw(prng, abroad),
        };
        var posted = Posted(card, date);
        var row = new PostingRow
        {
            PostingId = id,
            CardId = card.CardId,
            Kind = kind,
            TransactionDate = posted.AddDays(-prng.Pick((0, 45), (1, 40), (2, 15))),
            Time = $"{prng.Between(7, 22):00}:{prng.Below(60):00}:{prng.Below(60):00}",
            PostingDate = posted,
            Amount = merchant.DrawAmount(prng),
            Currency = merchant.Currency,
            Merchant = merchant.Name,
            Mcc = merchant.Mcc,
            Country = merchant.Country,
        };
        return Charged(row.Currency == "THB" ? WithPlan(row) : WithBilling(row));
    }

    /// <summary>Mostly the file's own date; a few come a day or two late, but never from before the card or the case began.</summary>
    private DateOnly Posted(CardProfile card, DateOnly date)
    {
        var posted = prng.Percent(4) ? date.AddDays(-prng.Between(1, 2)) : date;
        return posted >= first && card.Activated <= posted ? posted : date;
    }

    private PostingRow WithPlan(PostingRow row) => row is { Kind: "PURCHASE", Amount: >= 300_000 } && prng.Percent(15)
        ? row with { InstalmentMonths = prng.Pick(PlanMonths) }
        : row;

    private PostingRow WithBilling(PostingRow row)
    {
        var satang = rates.ToSatang(account.Product.Network, row.Currency, row.Amount!.Value, row.PostingDate);
        return prng.Percent(50) ? row with { BillingAmount = satang * prng.Between(9_970, 10_030) / 10_000 } : row;
    }

    private DrawnDebit Charged(PostingRow row)
    {
        var isForeign = row.Currency != "THB";
        var satang = row.BillingAmount ?? (isForeign
            ? rates.ToSatang(account.Product.Network, row.Currency, row.Amount!.Value, row.PostingDate)
            : row.Amount!.Value);
        var fees = isForeign ? Texts.Divided(satang * 25, 1_000) : 0;
        fees += row.Kind switch
        {
            "CASH_ADVANCE" => Texts.Divided(satang * 3, 100),
            "TAX_PAYMENT" => Texts.Divided(satang * 2, 100),
            _ => 0,
        };
        return new(row, satang, fees);
    }
}
