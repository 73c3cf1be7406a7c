using Cycle.Ledger;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Judges rows whose cells are as described against everything taken before, in the order of files.md.</summary>
/// <param name="file">The file's name.</param>
/// <param name="businessDate">The night that takes the file.</param>
/// <param name="tariff">Fees and ceilings.</param>
internal sealed class PostingJudge(IncomingName file, DateOnly businessDate, Tariff tariff)
{
    private readonly CardJudge _cards = new(file.Date!.Value, businessDate);
    private readonly ChannelJudge _channels = new(tariff);

    /// <summary>Takes a row or says why not. A row that is taken is part of the facts from then on.</summary>
    public Rejection? Judge(PostingRow row, ChunkFacts facts, out TakenPosting taken)
    {
        taken = default;
        if (facts.IsTaken(row.PostingId, out var before))
        {
            return Duplicate(row.PostingId.Text, before);
        }

        if (row.Card is not { } card)
        {
            return new(RejectReasons.UnknownCard, $"card_id {Found.Text(row.CardId.Text)} is on no card master; the token of a known card expected.");
        }

        var (amount, problem) = _cards.Judge(row, card) is { } cardProblem ? (Money.Zero, cardProblem) : AmountOf(row, card);
        problem ??= OriginalJudge.Judge(row, card, facts) ?? _channels.Judge(row, card, amount, facts);
        if (problem is null)
        {
            taken = Taken(row, card, amount);
            facts.Take(row.PostingId, file.Name, row.Line);
            if (facts.KeepsOriginals && row.Kind.IsPrincipal())
            {
                facts.Originals[row.PostingId.Text] = new(row.Kind, card.AccountId, row.CardId.Text, row.Currency, row.AmountHundredths);
            }
        }

        return problem;
    }

    /// <summary>Why a row is rejected whose id was taken before.</summary>
    /// <param name="postingId">The id.</param>
    /// <param name="before">Where it came from; no file where a night made it.</param>
    public static Rejection Duplicate(string postingId, (string FileName, long Line) before)
    {
        var place = before.FileName.Length == 0 ? "by a night" : $"from {before.FileName} line {before.Line}";
        return new(RejectReasons.DuplicatePosting, $"posting_id {Found.Text(postingId)} was taken {place}; an id never taken before expected.");
    }

    private (Money Amount, Rejection? Problem) AmountOf(PostingRow row, CardFacts card)
    {
        if (row.Kind.IsServiceFee())
        {
            return (tariff.ServiceFees[row.Kind].On(row.PostingDate), null);
        }

        if (row.Currency == CurrencyAmount.Baht)
        {
            return (new(row.AmountHundredths), null);
        }

        return row.NeedsRate ? Convert(row, card.Network, row.Rates!) : (row.Billed ?? Money.Zero, null);
    }

    private static (Money Amount, Rejection? Problem) Convert(PostingRow row, string network, FxTable table)
    {
        if (table.Rate(network, row.Currency) is not { } rate)
        {
            var found = table.Date is { } date
                ? $"the {network} table of {date:yyyy-MM-dd} has no {row.Currency}"
                : $"no table of rates is dated {row.PostingDate.AddDays(-FxTable.DaysServed):yyyy-MM-dd} to {row.PostingDate:yyyy-MM-dd}";
            return (default, new(RejectReasons.NoFxRate, $"{found}; a rate for posting_date {row.PostingDate:yyyy-MM-dd} or a billing_amount expected."));
        }

        return ThbAmount.Of(row.AmountHundredths, rate) is { } amount
            ? (amount, null)
            : (default, new(
                RejectReasons.BadAmount,
                $"amount {Hundredths.Format(row.AmountHundredths)} {row.Currency} comes to more than {ThbAmount.Largest} THB; a smaller amount expected."));
    }

    private TakenPosting Taken(PostingRow row, CardFacts card, Money amount)
    {
        var counted = row.Kind == PostingKind.Reversal ? Money.Zero : amount;
        return new(
            card.AccountId,
            row.Kind.IsServiceFee() ? amount.Satang : row.AmountHundredths,
            counted,
            PostingFees.Assess(row.Kind, row.Currency != CurrencyAmount.Baht, counted, row.PostingDate, tariff),
            ValueDates.Of(row.Kind, row.TransactionDate, row.PostingDate, card.LastCut));
    }
}
