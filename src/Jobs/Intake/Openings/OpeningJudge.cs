using Cycle.Ledger.Calendar;
using Cycle.Ledger.Opening;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>Decides whether an account is opened. It is with all its rows, or with none.</summary>
/// <param name="businessDate">The night.</param>
/// <param name="tariff">The products' due days.</param>
/// <param name="calendar">The holidays.</param>
internal sealed class OpeningJudge(DateOnly businessDate, Tariff tariff, HolidayCalendar calendar)
{
    /// <summary>Judges the rows of one account.</summary>
    /// <param name="rows">Its rows, the first one its ACCOUNT.</param>
    /// <param name="facts">What they are judged against.</param>
    /// <param name="rejects">Where its rows are added when it is not opened.</param>
    /// <returns>What opening it writes; none when it is not.</returns>
    public OpenedAccount? Judge(
        IReadOnlyList<OpeningRow> rows, OpeningFacts facts, List<(long Line, string Id, Rejection Why)> rejects)
    {
        var own = rows.Select(row => row.Rejection ?? Alone(row, rows[0], facts)).ToList();
        var bad = own.FindIndex(why => why is not null);
        if (bad >= 0)
        {
            var rest = new Rejection(
                RejectReasons.OpeningIncomplete, $"line {rows[bad].Line} is rejected; an account is opened with all its rows or with none.");
            rejects.AddRange(rows.Zip(own, (row, why) => (row.Line, row.AccountId, why ?? rest)));
            return null;
        }

        var opening = new OpeningAccount((OpeningHead)rows[0].Record!, [.. rows.Skip(1).Select(row => row.Record!)]);
        if (Whole(opening, facts) is { } whole)
        {
            rejects.AddRange(rows.Select(row => (row.Line, row.AccountId, whole)));
            return null;
        }

        return Open(opening, rows);
    }

    private static Rejection? Alone(OpeningRow row, OpeningRow head, OpeningFacts facts) =>
        !head.IsHead ? new(RejectReasons.OpeningIncomplete, "no ACCOUNT row above it; the rows of an account follow its ACCOUNT row.")
        : row.AccountId != head.AccountId ? new(
            RejectReasons.MalformedRow,
            $"account_id {Found.Text(row.AccountId)} among the rows of {Found.Text(head.AccountId)}, which begin on line {head.Line}; that one expected.")
        : !facts.Accounts.ContainsKey(row.AccountId) ? new(
            RejectReasons.UnknownAccount, $"account_id {Found.Text(row.AccountId)} is on no account master; a known account expected.")
        : facts.Accounts[row.AccountId].LastCut is { } cut ? new(
            RejectReasons.AccountNotNew, $"account_id {Found.Text(row.AccountId)} was last cut on {cut:yyyy-MM-dd}; a new account expected.")
        : facts.Taken.TryGetValue(row.PostingId, out var taken) ? new(
            RejectReasons.DuplicatePosting, $"posting_id {Found.Text(row.PostingId)} was taken from {Place(taken)}; an id never taken before expected.")
        : row.CardId.Length > 0 && facts.Cards.GetValueOrDefault(row.CardId) != row.AccountId ? new(
            RejectReasons.UnknownCard, $"card_id {Found.Text(row.CardId)} is no card of account_id {Found.Text(row.AccountId)}; one of its cards expected.")
        : null;

    private static string Place((string File, long Line) taken) =>
        taken.File.Length == 0 ? "a night of this system" : $"{taken.File} line {taken.Line}";

    private Rejection? Whole(OpeningAccount opening, OpeningFacts facts)
    {
        var (head, known) = (opening.Head, facts.Accounts[opening.Head.AccountId]);
        if (known.FirstValueDate <= head.LastCut)
        {
            return new(
                RejectReasons.AccountNotNew,
                $"account_id {Found.Text(head.AccountId)} has postings that count from {known.FirstValueDate:yyyy-MM-dd}; "
                + $"none on or before its last statement of {head.LastCut:yyyy-MM-dd} expected.");
        }

        var terms = new OpeningTerms(
            new(facts.Terms[head.AccountId]), tariff.Product(known.Product).DueDays.On(head.LastCut), calendar, businessDate);
        return OpeningCheck.Problems(opening, terms).FirstOrDefault() is { } problem
            ? new(RejectReasons.OpeningMismatch, CardNumberMask.MaskLongDigits(problem))
            : null;
    }

    private OpenedAccount Open(OpeningAccount opening, IReadOnlyList<OpeningRow> rows) => new(
        opening.Head.AccountId,
        rows[0].Line,
        OpeningState.Of(opening, calendar),
        [.. OpeningPostings.Of(opening, businessDate).Select(posting => (posting, rows.First(row => row.PostingId == posting.PostingId).Line))]);
}
