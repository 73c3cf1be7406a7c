using Cycle.Ledger.Postings;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Writes the postings that a night makes itself, or that come with opening balances.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
public sealed class NightPostingWriter(NpgsqlConnection connection)
{
    /// <summary>Adds postings by COPY; none costs nothing.</summary>
    /// <param name="postings">Account and posting.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WriteAsync(IReadOnlyCollection<(string AccountId, Posting Posting)> postings, CancellationToken cancellationToken) =>
        WriteAsync("", [.. postings.Select(made => (made.AccountId, made.Posting, 0L))], cancellationToken);

    /// <summary>Adds postings of a file by COPY; none costs nothing.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="postings">Account, posting and the line it stands on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(
        string fileName,
        IReadOnlyCollection<(string AccountId, Posting Posting, long Line)> postings,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(postings);
        if (postings.Count == 0)
        {
            return;
        }

        await using var rows = await connection.BeginBinaryImportAsync(
            """
            copy postings (
                posting_id, account_id, card_id, kind, transaction_date, posting_date, value_date, taken_on, currency,
                original_amount, amount, fee_cash_advance, fee_cash_advance_vat, fee_fx_risk, fee_tax_payment, merchant, mcc,
                country, channel, original_posting_id, instalment_months, file_name, line
            ) from stdin (format binary)
            """,
            cancellationToken);
        foreach (var (accountId, posting, line) in postings)
        {
            await rows.StartRowAsync(cancellationToken);
            await WriteRowAsync(rows, accountId, posting, cancellationToken);
            await rows.WriteAsync(fileName, NpgsqlDbType.Text, cancellationToken);
            await rows.WriteAsync(line, NpgsqlDbType.Bigint, cancellationToken);
        }

        await rows.CompleteAsync(cancellationToken);
    }

    private static async Task WriteRowAsync(
        NpgsqlBinaryImporter row, string accountId, Posting posting, CancellationToken cancellationToken)
    {
        await row.WriteAsync(posting.PostingId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(accountId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(posting.CardId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync((short)posting.Kind, NpgsqlDbType.Smallint, cancellationToken);
        foreach (var date in (DateOnly[])[posting.TransactionDate, posting.PostingDate, posting.ValueDate, posting.TakenOn])
        {
            await row.WriteAsync(date, NpgsqlDbType.Date, cancellationToken);
        }

        await row.WriteAsync(posting.Original.Currency, NpgsqlDbType.Text, cancellationToken);
        var fees = posting.Fees;
        foreach (var amount in (long[])
        [
            posting.Original.Hundredths, posting.Amount.Satang, fees.CashAdvance.Satang, fees.CashAdvanceVat.Satang,
            fees.FxRisk.Satang, fees.TaxPayment.Satang,
        ])
        {
            await row.WriteAsync(amount, NpgsqlDbType.Bigint, cancellationToken);
        }

        await row.WriteAsync(posting.Merchant, NpgsqlDbType.Text, cancellationToken);
        foreach (var empty in (string[])["", "", ""])
        {
            await row.WriteAsync(empty, NpgsqlDbType.Text, cancellationToken);
        }

        await row.WriteAsync(posting.OriginalPostingId, NpgsqlDbType.Text, cancellationToken);
        if (posting.InstalmentMonths is { } months)
        {
            await row.WriteAsync((short)months, NpgsqlDbType.Smallint, cancellationToken);
        }
        else
        {
            await row.WriteNullAsync(cancellationToken);
        }
    }
}
