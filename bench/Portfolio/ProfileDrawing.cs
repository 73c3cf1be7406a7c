namespace Cycle.Bench.Portfolio;

/// <summary>Draws accounts. Each has its own stream of numbers.</summary>
internal static class ProfileDrawing
{
    /// <summary>Coprime to 31, so that neighbours close on different days and all days get their share.</summary>
    private const int DayStride = 12;

    public static AccountProfile Draw(Prng prng, int number, PortfolioOptions options)
    {
        var product = CreditProduct.Draw(prng);
        var holder = ThaiName.Draw(prng);
        var opened = options.From.AddDays(-prng.Between(40, 2_400));
        var isUsed = !prng.Permille(35);
        return new()
        {
            Number = number,
            Product = product,
            Holder = holder,
            Address = Address.Draw(prng),
            IsSecured = prng.Percent(12),
            Limit = prng.Between(product.LowLimit, product.HighLimit) * 100_000L,
            StatementDay = options.StatementDay > 0 ? options.StatementDay : 1 + (number * DayStride % 31),
            Opened = opened,
            LastMovement = LastMovement(prng, options, isUsed, opened),
            IsThai = !prng.Percent(12),
            OptedIn = prng.Percent(60),
            Behaviour = DrawBehaviour(prng, options),
            Travels = prng.Percent(options.Travellers),
            DrawsCash = prng.Percent(options.Cash),
            IsUsed = isUsed,
            Cards = DrawCards(prng, number, options, holder, opened, isUsed),
        };
    }

    private static Behaviour DrawBehaviour(Prng prng, PortfolioOptions options)
    {
        var share = prng.Below(100);
        return share < options.Overdue ? prng.Percent(50) ? Behaviour.Late : Behaviour.None
            : share < options.Overdue + options.Revolvers ? prng.Percent(60) ? Behaviour.Minimum : Behaviour.Partial
            : Behaviour.Full;
    }

    /// <summary>Blank for a few; those that are not used moved last about half a year ago.</summary>
    private static DateOnly? LastMovement(Prng prng, PortfolioOptions options, bool isUsed, DateOnly opened)
    {
        var date = options.From.AddDays(-(isUsed ? prng.Between(1, 50) : prng.Between(90, 200)));
        return prng.Percent(10) || date < opened ? null : date;
    }

    private static List<CardProfile> DrawCards(
        Prng prng, int number, PortfolioOptions options, ThaiName holder, DateOnly opened, bool isUsed)
    {
        var cards = new List<CardProfile> { DrawCard(prng, number, 1, options, holder.Embossed, opened, mayBeNew: isUsed) };
        var more = prng.Pick((0, 68), (1, 25), (2, 7));
        for (var i = 0; i < more; i++)
        {
            var embossed = ThaiName.Draw(prng, holder.Surname).Embossed;
            cards.Add(DrawCard(prng, number, i + 2, options, embossed, opened, mayBeNew: isUsed));
        }

        return cards;
    }

    private static CardProfile DrawCard(
        Prng prng, int number, int index, PortfolioOptions options, string embossed, DateOnly opened, bool mayBeNew)
    {
        var approved = opened.AddDays(index == 1 ? 0 : prng.Between(0, 20));
        DateOnly? activated = approved.AddDays(prng.Between(4, 20));
        if (mayBeNew && prng.Permille(index == 1 ? 30 : 80))
        {
            // Activated while we watch: entrance and first annual fee.
            activated = options.From.AddDays(prng.Between(1, 75));
            approved = activated.Value.AddDays(-prng.Between(6, 60));
        }
        else if (index > 1 && prng.Permille(120))
        {
            // Never activated; the six months run out within the weeks to come.
            activated = null;
            approved = options.From.AddMonths(-6).AddDays(prng.Between(-5, 100));
        }

        return new($"C{number:000000}-{index}", index == 1, $"{prng.Below(10_000):0000}", embossed, approved, activated, null);
    }
}
