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
        ReadAmount(file[Amount], file[Currency], row) ?? ReadBilled(file[BillingAmount], row) ?? ReadCurrency(file[Currency], row);

    private static Rejection? ReadAmount(string amount, string currency, PostingRow row)
    {
        if (row.Kind.IsServiceFee())
        {
            return amount.Length == 0 ? null : Bad($"amount {Found.Text(amount)} on {row.Kind.Name()}; blank expected, the tariff sets it.");
        }

        if (!Hundredths.TryParse(amount, out var hundredths) || hundredths == 0)
        {
            return Bad($"amount {Found.Text(amount)}; {Expected}.");
        }

        if (Currencies.TryGetDecimals(currency, out var decimals) && decimals == 0 && amount.Contains('.', StringComparison.Ordinal))
        {
            return Bad($"amount {Found.Text(amount)}; no decimals expected, {currency} has none.");
        }

        row.AmountHundredths = hundredths;
        return null;
    }

    private static Rejection? ReadBilled(string billed, PostingRow row)
    {
        if (billed.Length == 0)
        {
            return null;
        }

        if (!Hundredths.TryParse(billed, out var satang) || satang == 0)
        {
            return Bad($"billing_amount {Found.Text(billed)}; blank or {Expected}.");
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
