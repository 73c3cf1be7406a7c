using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>The dice of one posting.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="Day">Days from the first night to its posting date; of a credit that names an original, less far after it.</param>
/// <param name="ActedBefore">Days from the transaction to the posting date.</param>
/// <param name="Late">Days from the posting date to the night that takes it.</param>
/// <param name="IsForeign">Whether it is in another currency.</param>
/// <param name="Months">Monthly parts of a purchase, if any.</param>
/// <param name="Original">Chooses the original.</param>
internal sealed record ArrivalSeed(
    PostingKind Kind, Money Amount, int Day, int ActedBefore, int Late, bool IsForeign, int Months, int Original)
{
    public Arrival Arrival(int index)
    {
        var posted = RandomLife.First.AddDays(Day);
        return new($"{index:00}", Kind, Amount, posted.AddDays(-ActedBefore), posted, posted.AddDays(Late))
        {
            IsForeign = IsForeign && Kind.IsPrincipal(),
            Months = Kind == PostingKind.Purchase && Months > 0 ? Months : null,
        };
    }

    /// <summary>A refund that names its original; taken in the same night or later.</summary>
    public Arrival Naming(int index, Arrival original)
    {
        var posted = original.Posted.AddDays(Day % 90);
        var taken = posted.AddDays(Late);
        return new($"{index:00}", Kind, Amount, posted, posted, taken < original.Taken ? original.Taken : taken)
        {
            Original = original.Id,
        };
    }

    public Arrival Reversal(int index, Arrival original) =>
        Naming(index, original) with { Amount = original.Amount, IsForeign = original.IsForeign };
}
