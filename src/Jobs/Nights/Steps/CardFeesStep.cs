using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Posts entrance and annual fees of live cards.</summary>
internal sealed class CardFeesStep : AccountStep
{
    public override string Name => "card-fees";

    public override string Candidates(Night night)
    {
        var date = Sql.Date(night.Date);
        var leapDay = night.Date is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(night.Date.Year)
            ? " or (extract(month from c.activated_date) = 2 and extract(day from c.activated_date) = 29)"
            : "";
        return $"""
            select distinct c.account_id from cards c
            where c.activated_date <= {date}
              and coalesce(least(c.cancelled_date, c.night_cancelled_on), 'infinity') > {date}
              and ((greatest(c.activated_date, c.activation_known_on) = {date} and c.first_fees_on is null)
                   or (extract(month from c.activated_date) = {night.Date.Month} and extract(day from c.activated_date) = {night.Date.Day})
                   {leapDay})
            """;
    }

    protected override string Summary(long made) => $"{made} card fees posted";

    public override async Task<int> WorkAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        var night = work.Night;
        var accounts = await work.Accounts.ReadAsync(work.Selection, cancellationToken);
        var cards = await new CardReader(work.Connection).ReadAsync(work.Selection, cancellationToken);
        var postings = new List<(string AccountId, Posting Posting)>();
        var first = new List<string>();
        foreach (var account in accounts)
        {
            var fees = work.Try(account.AccountId, () => Fees(account, cards[account.AccountId], night)) ?? [];
            postings.AddRange(fees.SelectMany(card => card.Fees).Select(fee => (account.AccountId, fee)));
            first.AddRange(fees.Where(card => card.AreFirst).Select(card => card.CardId));
        }

        await new NightPostingWriter(work.Connection).WriteAsync(postings, cancellationToken);
        await new FirstFeesWriter(work.Connection).WriteAsync(first, night.Date, cancellationToken);
        return postings.Count;
    }

    private static List<(string CardId, bool AreFirst, List<Posting> Fees)> Fees(StoredAccount account, List<StoredCard> cards, Night night)
    {
        var fees = new List<(string, bool, List<Posting>)>();
        foreach (var (card, knownOn, firstFeesOn) in cards.Where(card => IsLiveAndKnown(card, night.Date)))
        {
            var areFirst = CardFees.AreFirst(card, account.FirstDate, knownOn ?? account.FirstDate, firstFeesOn, night.Date);
            fees.Add((card.CardId, areFirst, [.. CardFees.On(card, account.Cycle.Account.Product, areFirst, night.Date, night.Tariff)]));
        }

        return fees;
    }

    /// <summary>An account that is run after its night may have got cards since whose activation no master had told by then.</summary>
    private static bool IsLiveAndKnown(StoredCard card, DateOnly date) =>
        (card.Card.CancelledDate is not { } cancelled || cancelled > date) && (card.ActivationKnownOn is not { } known || known <= date);
}
