using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Whether a card takes a debit (files.md): credits are always taken.</summary>
/// <param name="fileDate">The date of the file; a master's cancellation counts in files of its date or later.</param>
/// <param name="businessDate">The night that takes the file; a cancellation by an earlier night counts, one by this very night does not.</param>
internal sealed class CardJudge(DateOnly fileDate, DateOnly businessDate)
{
    /// <summary>Why the card does not take the row; null when it does.</summary>
    public Rejection? Judge(PostingRow row, CardFacts card)
    {
        if (!row.Kind.IsDebit())
        {
            return null;
        }

        if (card.Activated is not { } activated || activated > row.PostingDate)
        {
            var found = card.Activated is { } later ? $"was activated on {later:yyyy-MM-dd}" : "is not activated";
            return new(
                RejectReasons.CardNotActive,
                $"card_id {Found.Text(row.CardId.Text)} {found}; an activation on or before posting_date {row.PostingDate:yyyy-MM-dd} expected.");
        }

        var cancelled = card.Cancelled <= fileDate ? card.Cancelled : card.NightCancelledOn < businessDate ? card.NightCancelledOn : null;
        return cancelled is { } on
            ? new(
                RejectReasons.CardCancelled,
                $"card_id {Found.Text(row.CardId.Text)} was cancelled on {on:yyyy-MM-dd}; a card that is not cancelled expected for {row.Kind.Name()}.")
            : null;
    }
}
