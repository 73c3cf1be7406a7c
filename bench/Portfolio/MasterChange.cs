namespace Cycle.Bench.Portfolio;

/// <summary>What has changed with an account by the day of the second masters.</summary>
internal static class MasterChange
{
    public static AccountProfile Draw(Prng prng, AccountProfile account, DateOnly date)
    {
        var changed = account;
        if (prng.Percent(4))
        {
            changed = changed with { Limit = changed.Limit * 3 / 2 };
        }

        if (prng.Percent(2))
        {
            changed = changed with { Address = Address.Draw(prng) };
        }

        if (prng.Percent(2) && account.Cards.Count < 3)
        {
            changed = changed with { Cards = [.. changed.Cards, NewCard(prng, account, date)] };
        }

        if (prng.Percent(2))
        {
            // Lost or given back. The supplementary cards of a primary card fall with it.
            var lost = changed.Cards[^1];
            changed = changed with { Cards = [.. changed.Cards.SkipLast(1), lost with { Cancelled = date }] };
        }

        return changed;
    }

    private static CardProfile NewCard(Prng prng, AccountProfile account, DateOnly date) => new(
        $"C{account.Number:000000}-{account.Cards.Count + 1}", IsPrimary: false, $"{prng.Below(10_000):0000}",
        ThaiName.Draw(prng, account.Holder.Surname).Embossed, date.AddDays(-prng.Between(5, 20)), date.AddDays(-prng.Between(0, 3)), null);
}
