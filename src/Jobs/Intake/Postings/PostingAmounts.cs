using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger;
using Cycle.Ledger.Postings;
using static Cycle.Jobs.Intake.Postings.PostingColumns;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Reads the amounts and the currency of a posting row.</summary>
internal static class PostingAmounts
{
    private const string Expected = "digits with at most two decimals after a point, above zero, expected";

    /// <summary>Fills amount, billing amount and currency.</summary>
    public static Rejection? Read(CsvFile file, PostingRow row) =>
        ReadAmount(file, row) ?? ReadBilled(file, row) ?? ReadCurrency(file[Currency], row);

    private static Rejection? ReadAmount(CsvFile file, PostingRow row)
    {
        // Nearly every amount is another: as bytes they cost nothing to forget.
        var amount = file.Bytes(Amount);
        if (row.Kind.IsServiceFee())
        {
            return amount.IsEmpty ? null : Bad($"amount {Found.Text(file[Amount])} on {row.Kind.Name()}; blank expected, the tariff sets it.");
        }

        if (!Hundredths.TryParse(amount, out var hundredths) || hundredths == 0)
        {
            return Bad($"amount {Found.Text(file[Amount])}; {Expected}.");
        }

        if (amount.Contains((byte)'.') && Currencies.TryGetDecimals(file[Currency], out var decimals) && decimals == 0)
        {
            return Bad($"amount {Found.Text(file[Amount])}; no decimals expected, {file[Currency]} has none.");
        }

        row.AmountHundredths = hundredths;
        return null;
    }

    private static Rejection? ReadBilled(CsvFile file, PostingRow row)
    {
        var billed = file.Bytes(BillingAmount);
        if (billed.IsEmpty)
        {
            return null;
        }

        if (!Hundredths.TryParse(billed, out var satang) || satang == 0)
        {
            return Bad($"billing_amount {Found.Text(file[BillingAmount])}; blank or {Expected}.");
        }

        row.Billed = new Money(satang);
        return null;
    }

    private static Rejection? ReadCurrency(string currency, PostingRow row)
    {
        if (row.Kind.IsServiceFee())
        {
            row.Currency = CurrencyAmount.Baht;
            return currency is "" or CurrencyAmount.Baht ? null : BadCurrency($"currency {Found.Text(currency)} on {row.Kind.Name()}; THB or blank expected.");
        }

        row.Currency = currency;
        return Currencies.TryGetDecimals(currency, out _) ? null
            : BadCurrency($"currency {Found.Text(currency)}; an active ISO 4217 code in capitals expected.");
    }

    private static Rejection Bad(string detail) => new(RejectReasons.BadAmount, detail);

    private static Rejection BadCurrency(string detail) => new(RejectReasons.BadCurrency, detail);
}
