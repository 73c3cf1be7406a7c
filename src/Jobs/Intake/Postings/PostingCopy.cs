using Cycle.Ledger.Storage.Copying;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Writes taken postings straight into their table.</summary>
/// <param name="copy">The open COPY.</param>
/// <param name="fileName">The file they came from.</param>
/// <param name="takenOn">The business date that takes them.</param>
internal sealed class PostingCopy(CopyIn copy, string fileName, DateOnly takenOn) : IAsyncDisposable
{
    private const int Columns = 24;

    private const string Into =
        """
        copy postings (posting_id, account_id, card_id, kind, transaction_date, transaction_time, posting_date, value_date, taken_on,
            currency, original_amount, amount, fee_cash_advance, fee_cash_advance_vat, fee_fx_risk, fee_tax_payment,
            merchant, mcc, country, channel, original_posting_id, instalment_months, file_name, line)
        from stdin (format binary)
        """;

    /// <summary>Begins a COPY; the connection can do nothing else until it is completed.</summary>
    public static async Task<PostingCopy> BeginAsync(NpgsqlConnection connection, string fileName, DateOnly takenOn, CancellationToken cancellationToken) =>
        new(await CopyIn.BeginAsync(connection, Into, Columns, cancellationToken), fileName, takenOn);

    /// <summary>Writes one posting.</summary>
    public void Write(PostingRow row, in TakenPosting taken)
    {
        copy.StartRow();
        copy.Write(row.PostingId);
        copy.Write(taken.AccountId);
        copy.Write(row.CardId);
        copy.Write((short)row.Kind);
        copy.Write(row.TransactionDate);
        Write(row.TransactionTime);
        copy.Write(row.PostingDate);
        copy.Write(taken.ValueDate);
        copy.Write(takenOn);
        copy.Write(row.Currency);
        copy.Write(taken.AmountHundredths);
        copy.Write(taken.Amount.Satang);
        copy.Write(taken.Fees.CashAdvance.Satang);
        copy.Write(taken.Fees.CashAdvanceVat.Satang);
        copy.Write(taken.Fees.FxRisk.Satang);
        copy.Write(taken.Fees.TaxPayment.Satang);
        copy.Write(row.Merchant);
        copy.Write(row.Mcc);
        copy.Write(row.Country);
        copy.Write(row.Channel);
        copy.Write(row.OriginalPostingId);
        Write(row.InstalmentMonths);
        copy.Write(fileName);
        copy.Write(row.Line);
    }

    /// <summary>Between rows: hands on what was written when it is enough.</summary>
    public ValueTask FlushAsync(CancellationToken cancellationToken) => copy.IsFull ? copy.FlushAsync(cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Ends the COPY, so that what was written can be seen by the connection's next command.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => copy.CompleteAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => copy.DisposeAsync();

    private void Write(TimeOnly? time)
    {
        if (time is { } present)
        {
            copy.Write(present);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private void Write(short? number)
    {
        if (number is { } present)
        {
            copy.Write(present);
        }
        else
        {
            copy.WriteNull();
        }
    }
}
