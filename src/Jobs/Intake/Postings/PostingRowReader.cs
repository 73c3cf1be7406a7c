using System.Text;
using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger.Postings;
using static Cycle.Jobs.Intake.Postings.PostingColumns;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Reads posting rows and rejects what their cells alone give away, in the order of files.md.</summary>
/// <param name="file">The file.</param>
/// <param name="fileDate">The date in its name.</param>
/// <param name="pool">Where rows come from.</param>
internal sealed class PostingRowReader(CsvFile file, DateOnly fileDate, PostingRowPool pool)
{
    private const int LongestId = 40;
    private const int FewestMonths = 2;
    private const int MostMonths = 36;

    /// <summary>Whether the current row may be one that names an original; cheaper than reading it.</summary>
    public bool MayNeedOriginal() => file.Bytes(Kind).SequenceEqual("REVERSAL"u8)
        || (file.Bytes(Kind).SequenceEqual("REFUND"u8) && !file.Bytes(OriginalPostingId).IsEmpty);

    /// <summary>The current row.</summary>
    public PostingRow Read()
    {
        var row = pool.Row(file.Line);
        var id = file.Bytes(PostingId);
        if (!IsPlain(id) && Misshapen(file[PostingId]) is { } misshapen)
        {
            // What stands where the id belongs may be any text.
            row.PostingId.Set(Encoding.UTF8.GetBytes(CardNumberMask.Mask(file[PostingId])));
            row.Rejection = misshapen;
            return row;
        }

        row.PostingId.Set(id);
        row.Rejection = ReadExtras(row) ?? ReadKind(row) ?? PostingAmounts.Read(file, row) ?? ReadDates(row);
        if (row.Rejection is null)
        {
            ReadTexts(row);
        }

        return row;
    }

    /// <summary>Whether a row is complete and has such an id as nearly all have; others are looked at character by character.</summary>
    private bool IsPlain(ReadOnlySpan<byte> id) => file.IsComplete && id.Length is > 0 and <= LongestId && id[0] is > (byte)' ' and <= (byte)'~';

    private Rejection? Misshapen(string id)
    {
        if (!file.IsComplete)
        {
            return Malformed($"{file.CellCount} cells found, {All.Length} expected.");
        }

        var characters = Cell.Characters(id);
        return string.IsNullOrWhiteSpace(id) ? Malformed($"posting_id is blank; 1 to {LongestId} characters expected.")
            : characters > LongestId ? Malformed($"posting_id has {characters} characters; 1 to {LongestId} expected.")
            : null;
    }

    private Rejection? ReadExtras(PostingRow row)
    {
        var (kind, time, channel, months) = (file[Kind], file[TransactionTime], file[Channel], file[InstalmentMonths]);
        if (time.Length > 0)
        {
            if (!Cell.TryTime(time, out var read))
            {
                return Malformed($"transaction_time {Found.Text(time)}; HH:mm:ss or blank expected.");
            }

            row.TransactionTime = read;
        }

        if (channel.Length > 0 && kind != "PAYMENT")
        {
            return Malformed($"channel {Found.Text(channel)} on kind {Found.Text(kind)}; blank expected, only PAYMENT has a channel.");
        }

        if (channel.Length > 0 && !PaymentChannels.Contains(channel))
        {
            return Malformed($"channel {Found.Text(channel)}; blank or one of {string.Join(", ", PaymentChannels.All)} expected.");
        }

        row.Channel = channel;
        return months.Length == 0 ? null : ReadMonths(row, kind, months);
    }

    private static Rejection? ReadMonths(PostingRow row, string kind, string months)
    {
        if (kind != "PURCHASE")
        {
            return Malformed($"instalment_months {Found.Text(months)} on kind {Found.Text(kind)}; blank expected, only PURCHASE has instalments.");
        }

        if (!Cell.TrySmallNumber(months, out var number) || number is < FewestMonths or > MostMonths)
        {
            return Malformed($"instalment_months {Found.Text(months)}; blank or {FewestMonths} to {MostMonths} expected.");
        }

        row.InstalmentMonths = (short)number;
        return null;
    }

    private Rejection? ReadKind(PostingRow row)
    {
        if (!PostingKinds.TryParse(file[Kind], out var kind))
        {
            return new(RejectReasons.UnknownKind, $"kind {Found.Text(file[Kind])}; one of {string.Join(", ", PostingKinds.FileNames)} expected.");
        }

        row.Kind = kind;
        return null;
    }

    private Rejection? ReadDates(PostingRow row)
    {
        var (transaction, posting) = (file[TransactionDate], file[PostingDate]);
        if (!Cell.TryDate(transaction, out var transactionDate))
        {
            return BadDate($"transaction_date {Found.Text(transaction)}; a date as yyyy-MM-dd expected.");
        }

        if (!Cell.TryDate(posting, out var postingDate))
        {
            return BadDate($"posting_date {Found.Text(posting)}; a date as yyyy-MM-dd expected.");
        }

        (row.TransactionDate, row.PostingDate) = (transactionDate, postingDate);
        return transactionDate > postingDate ? BadDate($"transaction_date {transaction}; not after posting_date {posting} expected.")
            : postingDate > fileDate ? BadDate($"posting_date {posting}; not after the file's date {fileDate:yyyy-MM-dd} expected.")
            : null;
    }

    private void ReadTexts(PostingRow row)
    {
        row.CardId.Set(file.Bytes(CardId));
        row.Merchant = CardNumberMask.Mask(file[Merchant]);
        row.Mcc = CardNumberMask.Mask(file[Mcc]);
        row.Country = CardNumberMask.Mask(file[Country]);
        var original = row.Kind is Ledger.Postings.PostingKind.Refund or Ledger.Postings.PostingKind.Reversal ? file[OriginalPostingId] : "";
        row.OriginalPostingId = original.Length == 0 ? null : original;
    }

    private static Rejection Malformed(string detail) => new(RejectReasons.MalformedRow, detail);

    private static Rejection BadDate(string detail) => new(RejectReasons.BadDate, detail);
}
