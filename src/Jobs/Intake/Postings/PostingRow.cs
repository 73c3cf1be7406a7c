using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>A row of a posting file.</summary>
/// <param name="line">Physical line on which it begins.</param>
/// <param name="postingId">As the file has it, also when the row is rejected.</param>
internal sealed class PostingRow(long line, string postingId)
{
    /// <summary>Physical line on which it begins.</summary>
    public long Line => line;

    /// <summary>The network's reference.</summary>
    public string PostingId => postingId;

    /// <summary>Why its cells alone reject it; then what follows is not complete.</summary>
    public Rejection? Rejection { get; set; }

    public string CardId { get; set; } = "";

    public PostingKind Kind { get; set; }

    public DateOnly TransactionDate { get; set; }

    public TimeOnly? TransactionTime { get; set; }

    public DateOnly PostingDate { get; set; }

    public string Currency { get; set; } = "";

    /// <summary>Hundredths of the currency's unit; nothing of service fees, which the tariff sets.</summary>
    public long AmountHundredths { get; set; }

    /// <summary>THB as the scheme billed it.</summary>
    public Money? Billed { get; set; }

    public string Merchant { get; set; } = "";

    public string Mcc { get; set; } = "";

    public string Country { get; set; } = "";

    /// <summary>Of refunds and reversals; null when blank and on other kinds.</summary>
    public string? OriginalPostingId { get; set; }

    public string Channel { get; set; } = "";

    public short? InstalmentMonths { get; set; }

    /// <summary>Whether it was taken or rejected.</summary>
    public bool IsJudged { get; set; }

    /// <summary>Whether it can only be judged when every possible original of the file has been.</summary>
    public bool NeedsOriginal => Kind == PostingKind.Reversal || OriginalPostingId is not null;

    /// <summary>Whether its baht amount comes from a table of rates.</summary>
    public bool NeedsRate => Currency != CurrencyAmount.Baht && Billed is null && Kind != PostingKind.Reversal;
}
