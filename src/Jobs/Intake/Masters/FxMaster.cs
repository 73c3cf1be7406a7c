using System.Globalization;
using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger.Postings;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>Exchange rates. The table of a date is the whole file, also when rows of it are rejected.</summary>
internal sealed class FxMaster : MasterKind
{
    private const int MostWholeDigits = 6;
    private const int MostDecimals = 8;

    private static readonly string[] Names = ["network", "currency", "rate"];

    /// <inheritdoc/>
    public override string[] Columns => Names;

    /// <inheritdoc/>
    public override string KeyName => "network and currency";

    /// <inheritdoc/>
    public override (string Name, NpgsqlDbType Type, string SqlType)[] Staged { get; } =
        [("network", NpgsqlDbType.Text, "text"), ("currency", NpgsqlDbType.Text, "text"), ("rate", NpgsqlDbType.Numeric, "numeric")];

    /// <inheritdoc/>
    public override string[] Merge { get; } =
    [
        "insert into fx_tables (table_date) values ($2)",
        "insert into fx_rates (table_date, network, currency, rate) select $2, network, currency, rate from staged",
    ];

    /// <inheritdoc/>
    public override MasterRow Read(CsvFile file)
    {
        var cells = new MasterCells(file, Names);
        if (!cells.AreComplete())
        {
            return cells.Row(cells.Text(0));
        }

        var (network, currency) = (cells.Word(0, "visa", "mastercard"), file[1]);
        if (!Currencies.TryGetDecimals(currency, out _))
        {
            cells.Reject(RejectReasons.BadCurrency, $"currency {Found.Text(currency)}; an active ISO 4217 code in capitals expected.");
        }

        if (!TryRate(file[2], out var rate))
        {
            cells.Reject(
                RejectReasons.BadAmount,
                $"rate {Found.Text(file[2])}; THB for one unit expected, above zero, at most {ThbAmount.LargestRate} and {MostDecimals} decimals.");
        }

        return cells.Row(CardNumberMask.Mask($"{network} {currency}"), network, currency, rate);
    }

    private static bool TryRate(string text, out decimal rate)
    {
        rate = 0;
        var parts = text.Split('.');
        return parts is [{ Length: >= 1 and <= MostWholeDigits }] or [{ Length: >= 1 and <= MostWholeDigits }, { Length: >= 1 and <= MostDecimals }]
            && parts.All(part => part.All(char.IsAsciiDigit))
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate) && rate > 0;
    }
}
