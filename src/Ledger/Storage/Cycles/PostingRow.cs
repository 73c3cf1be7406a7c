using Cycle.Ledger.Postings;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>A posting's columns, the same for every COPY out.</summary>
internal static class PostingRow
{
    public const string Columns = """
        p.account_id, p.posting_id, p.card_id, p.kind, p.transaction_date, p.posting_date, p.value_date, p.taken_on,
        p.currency, p.original_amount, p.amount, p.fee_cash_advance, p.fee_cash_advance_vat, p.fee_fx_risk, p.fee_tax_payment,
        p.merchant, p.original_posting_id, p.instalment_months
        """;

    public static (string AccountId, Posting Posting) Read(NpgsqlBinaryExporter row)
    {
        var accountId = row.Read<string>();
        var posting = new Posting(
            PostingId: row.Read<string>(),
            CardId: row.Read<string>(),
            Kind: (PostingKind)row.Read<short>(),
            TransactionDate: row.Read<DateOnly>(),
            PostingDate: row.Read<DateOnly>(),
            ValueDate: row.Read<DateOnly>(),
            TakenOn: row.Read<DateOnly>(),
            Original: new(row.Read<string>(), row.Read<long>()),
            Amount: new(row.Read<long>()),
            Fees: new(new(row.Read<long>()), new(row.Read<long>()), new(row.Read<long>()), new(row.Read<long>())),
            Merchant: row.Read<string>(),
            OriginalPostingId: row.IsNull ? Skip<string>(row) : row.Read<string>(),
            InstalmentMonths: row.IsNull ? Skip<int?>(row) : row.Read<short>());
        return (accountId, posting);
    }

    private static T? Skip<T>(NpgsqlBinaryExporter row)
    {
        row.Skip();
        return default;
    }
}
