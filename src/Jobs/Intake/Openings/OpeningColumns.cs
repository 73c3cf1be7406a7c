namespace Cycle.Jobs.Intake.Openings;

/// <summary>The columns of an opening file (docs/opening-balances.md) and their places in a row.</summary>
internal static class OpeningColumns
{
    public const int Record = 0;
    public const int AccountId = 1;
    public const int PostingId = 2;
    public const int CardId = 3;
    public const int Kind = 4;
    public const int TransactionDate = 5;
    public const int PostingDate = 6;
    public const int StatementDate = 7;
    public const int DueDate = 8;
    public const int ValueDate = 9;
    public const int Amount = 10;
    public const int Outstanding = 11;
    public const int Currency = 12;
    public const int CurrencyAmount = 13;
    public const int MinimumPayment = 14;
    public const int Grace = 15;
    public const int Months = 16;
    public const int Part = 17;
    public const int Merchant = 18;

    /// <summary>The record that begins an account.</summary>
    public const string Head = "ACCOUNT";

    /// <summary>All columns by their names in a file.</summary>
    public static readonly string[] All =
    [
        "record", "account_id", "posting_id", "card_id", "kind", "transaction_date", "posting_date", "statement_date", "due_date", "value_date",
        "amount", "outstanding", "currency", "currency_amount", "minimum_payment", "grace", "months", "part", "merchant",
    ];

    /// <summary>The columns each record has beside <c>record</c> and <c>account_id</c>; in all others it is blank.</summary>
    public static readonly IReadOnlyDictionary<string, int[]> Used = new Dictionary<string, int[]>(StringComparer.Ordinal)
    {
        [Head] = [StatementDate, DueDate, Amount, MinimumPayment],
        ["ITEM"] =
            [PostingId, CardId, Kind, TransactionDate, PostingDate, StatementDate, Amount, Outstanding, Currency, CurrencyAmount, Grace, Merchant],
        ["REDUCTION"] = [PostingId, ValueDate, Amount],
        ["PLAN"] = [PostingId, CardId, TransactionDate, PostingDate, Amount, Currency, CurrencyAmount, Months, Part, Merchant],
        ["PART"] = [PostingId, StatementDate, Outstanding, Grace, Part],
        ["FEE"] = [PostingId, CardId, Kind, PostingDate, StatementDate, Amount, Outstanding],
        ["INTEREST"] = [StatementDate, Amount, Outstanding],
        ["BUCKET"] = [StatementDate, DueDate, Amount, MinimumPayment],
    };
}
