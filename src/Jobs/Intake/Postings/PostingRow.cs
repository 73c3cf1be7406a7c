using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>A row of a posting file. It is used again for later rows (<see cref="PostingRowPool"/>).</summary>
internal sealed class PostingRow
{
    /// <summary>Physical line on which it begins.</summary>
    public long Line { get; private set; }

    /// <summary>The network's reference, as the file has it, also when the row is rejected.</summary>
    public IdText PostingId { get; } = new();

    /// <summary>Why its cells alone reject it; then what follows is not complete.</summary>
    public Rejection? Rejection { get; set; }

    /// <summary>The token of its card.</summary>
    public IdText CardId { get; } = new();

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

    /// <summary>Its card, once it was looked up; null when it is on no master.</summary>
    public CardFacts? Card { get; set; }

    /// <summary>The rates that serve its posting date, once they were looked up; null when it needs none.</summary>
    public FxTable? Rates { get; set; }

    /// <summary>Whether it was taken or rejected.</summary>
    public bool IsJudged { get; set; }

    /// <summary>Whether it can only be judged when every possible original of the file has been.</summary>
    public bool NeedsOriginal => Kind == PostingKind.Reversal || OriginalPostingId is not null;

    /// <summary>Whether its baht amount comes from a table of rates.</summary>
    public bool NeedsRate => Currency != CurrencyAmount.Baht && Billed is null && Kind != PostingKind.Reversal;

    /// <summary>Begins a row: everything but its line is as in a new one.</summary>
    public void Begin(long line)
    {
        Line = line;
        PostingId.Set([]);
        CardId.Set([]);
        (Rejection, Card, Rates, IsJudged) = (null, null, null, false);
        (Kind, Currency, AmountHundredths, Billed) = (default, "", 0, null);
        (TransactionDate, TransactionTime, PostingDate) = (default, null, default);
        (Merchant, Mcc, Country, Channel) = ("", "", "", "");
        (OriginalPostingId, InstalmentMonths) = (null, null);
    }
}
