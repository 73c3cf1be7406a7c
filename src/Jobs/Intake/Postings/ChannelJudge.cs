using Cycle.Ledger;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>The ceilings of payment channels (rules.md section 2): a payment's, and an account's on one transaction date.</summary>
/// <param name="tariff">The ceilings.</param>
internal sealed class ChannelJudge(Tariff tariff)
{
    /// <summary>Why the channel does not take the payment; null when it does, and then it counts against the day.</summary>
    public Rejection? Judge(PostingRow row, CardFacts card, Money amount, ChunkFacts facts)
    {
        if (row.Channel.Length == 0 || !tariff.Channels.TryGetValue(row.Channel, out var dated))
        {
            return null;
        }

        var terms = dated.On(row.TransactionDate);
        if (terms.MaxPayment is { } most && amount > most)
        {
            return new(RejectReasons.ChannelLimit, $"{amount} THB through {row.Channel}; at most {most} a payment expected.");
        }

        if (terms.MaxPerDay is not { } mostPerDay)
        {
            return null;
        }

        var day = (card.AccountId, row.Channel, row.TransactionDate);
        var before = new Money(facts.ChannelDays.GetValueOrDefault(day));
        if (before + amount > mostPerDay)
        {
            return new(
                RejectReasons.ChannelLimit,
                $"{amount} THB through {row.Channel} on {row.TransactionDate:yyyy-MM-dd} after {before} of the account; at most {mostPerDay} a day expected.");
        }

        facts.ChannelDays[day] = (before + amount).Satang;
        return null;
    }
}
