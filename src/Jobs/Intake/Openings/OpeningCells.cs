using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Masters;
using Cycle.Ledger;
using Cycle.Ledger.Postings;
using static Cycle.Jobs.Intake.Openings.OpeningColumns;
using GraceOfItem = Cycle.Ledger.Accounts.Grace;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>Reads the cells of one row of an opening file.</summary>
/// <param name="file">The file, on the row.</param>
internal sealed class OpeningCells(CsvFile file)
{
    private const int LongestPostingId = 40;

    private static readonly Dictionary<string, GraceOfItem> Graces = new(StringComparer.Ordinal)
    {
        ["pending"] = GraceOfItem.Pending, ["lost"] = GraceOfItem.None, ["kept"] = GraceOfItem.Kept,
    };

    /// <summary>What reads the cells that mean the same in masters, and keeps the first reason to reject the row.</summary>
    public MasterCells Masters { get; } = new(file, All);

    /// <summary>Whether the row is a record, with nothing in columns its record does not have.</summary>
    public bool IsRecord(string record)
    {
        if (!Used.TryGetValue(record, out var used))
        {
            Reject(RejectReasons.MalformedRow, $"record {Found.Text(record)}; {string.Join(", ", Used.Keys)} expected.");
            return false;
        }

        var column = Enumerable.Range(AccountId + 1, All.Length - AccountId - 1)
            .FirstOrDefault(column => !used.Contains(column) && !file.Bytes(column).IsEmpty);
        if (column != 0)
        {
            Reject(RejectReasons.MalformedRow, $"{All[column]} {Found.Text(file[column])} on {record}; blank expected.");
        }

        return true;
    }

    /// <summary>A posting id as it is, like those of posting files: masking one that only holds such digits would make it another's.</summary>
    public string Posting()
    {
        var characters = Cell.Characters(file[PostingId]);
        if (string.IsNullOrWhiteSpace(file[PostingId]) || characters > LongestPostingId)
        {
            Reject(RejectReasons.MalformedRow, $"posting_id has {characters} characters; 1 to {LongestPostingId} expected.");
            return "";
        }

        Masters.Key(PostingId);
        return file[PostingId];
    }

    /// <summary>A card's token.</summary>
    public string Card(bool mayBeBlank) => mayBeBlank && file.Bytes(CardId).IsEmpty ? "" : Masters.Key(CardId);

    /// <summary>A date that must be there.</summary>
    public DateOnly Date(int column) => Masters.Date(column, mayBeBlank: false).GetValueOrDefault();

    /// <summary>Baht, zero or above.</summary>
    public Money Money(int column) => new(Masters.Satang(column));

    /// <summary>Baht, above zero.</summary>
    public Money AboveZero(int column)
    {
        var money = Money(column);
        if (money.IsZero)
        {
            Reject(RejectReasons.BadAmount, $"{All[column]} {Found.Text(file[column])}; more than 0.00 expected.");
        }

        return money;
    }

    /// <summary>Baht, with a minus when it is a credit balance.</summary>
    public Money Signed(int column)
    {
        var text = file[column];
        var isNegative = text.StartsWith('-');
        if (!Hundredths.TryParse(text.AsSpan(isNegative ? 1 : 0), out var satang))
        {
            Reject(
                RejectReasons.BadAmount,
                $"{All[column]} {Found.Text(text)}; digits with at most two decimals after a point, with a minus when it is a credit balance, expected.");
        }

        return new(isNegative ? -satang : satang);
    }

    /// <summary>Where an item stands with interest-free days.</summary>
    public GraceOfItem? Grace(bool mayBeBlank)
    {
        var word = file[OpeningColumns.Grace];
        return mayBeBlank && word.Length == 0 ? null
            : Graces.GetValueOrDefault(Masters.Word(OpeningColumns.Grace, Graces.Keys));
    }

    /// <summary>The amount in the currency of the transaction: the baht amount itself when both cells are blank.</summary>
    public CurrencyAmount Original(Money amount)
    {
        var (currency, text) = (file[Currency], file[OpeningColumns.CurrencyAmount]);
        if (currency.Length == 0 && text.Length == 0)
        {
            return Ledger.CurrencyAmount.OfBaht(amount);
        }

        if (currency == Ledger.CurrencyAmount.Baht || !Currencies.TryGetDecimals(currency, out var decimals))
        {
            Reject(RejectReasons.BadCurrency, $"currency {Found.Text(currency)}; blank for baht, else an active ISO 4217 code in capitals expected.");
            return default;
        }

        if (!Hundredths.TryParse(text, out var hundredths) || hundredths == 0 || (decimals == 0 && text.Contains('.', StringComparison.Ordinal)))
        {
            Reject(RejectReasons.BadAmount, $"currency_amount {Found.Text(text)}; more than 0 {currency}, with at most its decimals, expected.");
        }

        return new(currency, hundredths);
    }

    private void Reject(string reason, string detail) => Masters.Reject(reason, detail);
}
