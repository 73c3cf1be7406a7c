using Cycle.Ledger.Storage.Copying;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Taken postings on their way into the table, account by account: rows of one account meet the same pages of its index, which halves what
/// the index costs. They are encoded as they are judged, row after row, and only the pieces of memory are put in order.
/// </summary>
/// <param name="fileName">The file they come from.</param>
/// <param name="takenOn">The business date that takes them.</param>
internal sealed class PostingBatch(string fileName, DateOnly takenOn)
{
    private const short Columns = 24;

    private const string Into =
        """
        copy postings (posting_id, account_id, card_id, kind, transaction_date, transaction_time, posting_date, value_date, taken_on,
            currency, original_amount, amount, fee_cash_advance, fee_cash_advance_vat, fee_fx_risk, fee_tax_payment,
            merchant, mcc, country, channel, original_posting_id, instalment_months, file_name, line)
        from stdin (format binary)
        """;

    private readonly CopyRows _rows = new(Columns);
    private readonly List<(UInt128 Account, int Start, int End)> _places = [];

    /// <summary>How many postings there are.</summary>
    public int Count => _places.Count;

    /// <summary>Forgets all postings.</summary>
    public void Clear()
    {
        _rows.Clear();
        _places.Clear();
    }

    /// <summary>Adds a posting.</summary>
    public void Add(PostingRow row, in TakenPosting taken)
    {
        var start = _rows.Length;
        _rows.StartRow();
        _rows.Write(row.PostingId.Bytes);
        _rows.Write(taken.AccountId);
        _rows.Write(row.CardId.Bytes);
        _rows.Write((short)row.Kind);
        _rows.Write(row.TransactionDate);
        Write(row.TransactionTime);
        _rows.Write(row.PostingDate);
        _rows.Write(taken.ValueDate);
        _rows.Write(takenOn);
        _rows.Write(row.Currency);
        _rows.Write(taken.AmountHundredths);
        _rows.Write(taken.Amount.Satang);
        _rows.Write(taken.Fees.CashAdvance.Satang);
        _rows.Write(taken.Fees.CashAdvanceVat.Satang);
        _rows.Write(taken.Fees.FxRisk.Satang);
        _rows.Write(taken.Fees.TaxPayment.Satang);
        _rows.Write(row.Merchant);
        _rows.Write(row.Mcc);
        _rows.Write(row.Country);
        _rows.Write(row.Channel);
        _rows.Write(row.OriginalPostingId);
        Write(row.InstalmentMonths);
        _rows.Write(fileName);
        _rows.Write(row.Line);
        _places.Add((row.Card!.AccountOrder, start, _rows.Length));
    }

    /// <summary>Puts the postings in order: no more come, until they are written or forgotten.</summary>
    public void Order() =>
        _places.Sort(static (one, other) => one.Account == other.Account ? one.Start.CompareTo(other.Start) : one.Account.CompareTo(other.Account));

    /// <summary>Writes all postings; none costs nothing.</summary>
    /// <param name="connection">The connection of the file's transaction.</param>
    /// <param name="cancellationToken">Gives up; nothing is written.</param>
    /// <exception cref="PostgresException">The server refused one; nothing is written.</exception>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (Count == 0)
        {
            return;
        }

        await using var copy = await CopyIn.BeginAsync(connection, Into, Columns, cancellationToken);
        foreach (var (_, start, end) in _places)
        {
            copy.Rows.Append(_rows.Bytes.Span[start..end]);
            await copy.FlushIfFullAsync(cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private void Write(TimeOnly? time)
    {
        if (time is { } present)
        {
            _rows.Write(present);
        }
        else
        {
            _rows.WriteNull();
        }
    }

    private void Write(short? number)
    {
        if (number is { } present)
        {
            _rows.Write(present);
        }
        else
        {
            _rows.WriteNull();
        }
    }
}
