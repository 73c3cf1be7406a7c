using Cycle.Ledger;
using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Whether the original a row names is one it may name (files.md).</summary>
internal static class OriginalJudge
{
    private const string Expected = "a taken PURCHASE, CASH_ADVANCE or TAX_PAYMENT of the same account expected";

    /// <summary>Why not; null when it is, or none is needed. A reversal that passes has taken its original back.</summary>
    public static Rejection? Judge(PostingRow row, CardFacts card, ChunkFacts facts)
    {
        if (!row.NeedsOriginal)
        {
            return null;
        }

        if (row.OriginalPostingId is not { } id)
        {
            return new(RejectReasons.UnknownOriginal, $"original_posting_id is blank; {Expected}.");
        }

        var problem = !facts.Originals.TryGetValue(id, out var original) ? "was never taken"
            : !original.Kind.IsPrincipal() ? $"is a {original.Kind.Name()}"
            : original.AccountId != card.AccountId ? "is of another account"
            : null;
        if (problem is not null)
        {
            return new(RejectReasons.UnknownOriginal, $"original_posting_id {Found.Text(id)} {problem}; {Expected}.");
        }

        return row.Kind == PostingKind.Reversal ? JudgeReversal(row, original!) : null;
    }

    private static Rejection? JudgeReversal(PostingRow row, OriginalFacts original)
    {
        var mismatch = row.AmountHundredths != original.Hundredths || row.Currency != original.Currency
            ? $"{Hundredths.Format(row.AmountHundredths)} {row.Currency}; the original's {Hundredths.Format(original.Hundredths)} {original.Currency} expected."
            : row.CardId.Text != original.CardId
            ? $"card_id {Found.Text(row.CardId.Text)}; the original's {Found.Text(original.CardId)} expected."
            : original.ReversedBy is { } reversal
            ? $"original_posting_id {Found.Text(row.OriginalPostingId!)} is already reversed by {Found.Text(reversal)}; one reversal expected."
            : null;
        if (mismatch is not null)
        {
            return new(RejectReasons.ReversalMismatch, mismatch);
        }

        original.ReversedBy = row.PostingId.Text;
        return null;
    }
}
