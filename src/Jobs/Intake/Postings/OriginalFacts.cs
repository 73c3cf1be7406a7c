using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>What judging a refund or reversal needs to know of its original.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="CardId">Its card.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Hundredths">Its amount in that currency.</param>
internal sealed record OriginalFacts(PostingKind Kind, string AccountId, string CardId, string Currency, long Hundredths)
{
    /// <summary>The posting id of the reversal that took it back, if one did.</summary>
    public string? ReversedBy { get; set; }
}
