using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Writes taken postings straight into their table.</summary>
/// <param name="copy">The open COPY.</param>
/// <param name="fileName">The file they came from.</param>
/// <param name="takenOn">The business date that takes them.</param>
internal sealed class PostingCopy(NpgsqlBinaryImporter copy, string fileName, DateOnly takenOn) : IAsyncDisposable
{
    private const string Into =
        """
        copy postings (posting_id, account_id, card_id, kind, transaction_date, transaction_time, posting_date, value_date, taken_on,
            currency, original_amount, amount, fee_cash_advance, fee_cash_advance_vat, fee_fx_risk, fee_tax_payment,
            merchant, mcc, country, channel, original_posting_id, instalment_months, file_name, line)
        from stdin (format binary)
        """;

    /// <summary>Begins a COPY; the connection can do nothing else until it is completed.</summary>
    public static async Task<PostingCopy> BeginAsync(NpgsqlConnection connection, string fileName, DateOnly takenOn, CancellationToken cancellationToken) =>
        new(await connection.BeginBinaryImportAsync(Into, cancellationToken), fileName, takenOn);

    /// <summary>Writes one posting. Not awaited: it nearly always only fills a buffer.</summary>
    public void Write(PostingRow row, in TakenPosting taken)
    {
        copy.StartRow();
        copy.Write(row.PostingId, NpgsqlDbType.Text);
        copy.Write(taken.AccountId, NpgsqlDbType.Text);
        copy.Write(row.CardId, NpgsqlDbType.Text);
        copy.Write((short)row.Kind, NpgsqlDbType.Smallint);
        copy.Write(row.TransactionDate, NpgsqlDbType.Date);
        Write(row.TransactionTime, NpgsqlDbType.Time);
        copy.Write(row.PostingDate, NpgsqlDbType.Date);
        copy.Write(taken.ValueDate, NpgsqlDbType.Date);
        copy.Write(takenOn, NpgsqlDbType.Date);
        copy.Write(row.Currency, NpgsqlDbType.Text);
        copy.Write(taken.AmountHundredths, NpgsqlDbType.Bigint);
        copy.Write(taken.Amount.Satang, NpgsqlDbType.Bigint);
        copy.Write(taken.Fees.CashAdvance.Satang, NpgsqlDbType.Bigint);
        copy.Write(taken.Fees.CashAdvanceVat.Satang, NpgsqlDbType.Bigint);
        copy.Write(taken.Fees.FxRisk.Satang, NpgsqlDbType.Bigint);
        copy.Write(taken.Fees.TaxPayment.Satang, NpgsqlDbType.Bigint);
        copy.Write(row.Merchant, NpgsqlDbType.Text);
        copy.Write(row.Mcc, NpgsqlDbType.Text);
        copy.Write(row.Country, NpgsqlDbType.Text);
        copy.Write(row.Channel, NpgsqlDbType.Text);
        copy.Write(row.OriginalPostingId, NpgsqlDbType.Text);
        Write(row.InstalmentMonths, NpgsqlDbType.Smallint);
        copy.Write(fileName, NpgsqlDbType.Text);
        copy.Write(row.Line, NpgsqlDbType.Bigint);
    }

    /// <summary>Ends the COPY, so that what was written can be seen by the connection's next command.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken) => await copy.CompleteAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => copy.DisposeAsync();

    private void Write<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } present)
        {
            copy.Write(present, type);
        }
        else
        {
            copy.WriteNull();
        }
    }
}
