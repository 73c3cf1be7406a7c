namespace Cycle.Bench.Portfolio;

/// <summary>Writes a made-up portfolio as a case: masters, rates, holidays and one posting file a business date.</summary>
internal static class PortfolioGenerator
{
    /// <summary>Stream of numbers that no account has: the rates.</summary>
    private const ulong RatesStream = ulong.MaxValue - 1;

    private static readonly string[] Generated =
        ["accounts*.csv", "cards*.csv", "fx-*.csv", "holidays.csv", "postings-*.csv", "postings-*.control.json", "case.json"];

    /// <returns>How many posting rows there are.</returns>
    public static long Write(PortfolioOptions options)
    {
        Directory.CreateDirectory(options.Out);
        foreach (var file in Generated.SelectMany(pattern => Directory.EnumerateFiles(options.Out, pattern)).ToList())
        {
            File.Delete(file);
        }

        WriteCase(options);
        ThaiHolidays.Write(options.Out);
        var rates = new RateTables(Prng.For(options.Seed, RatesStream), options.From, options.To);
        rates.Write(options.Out);
        using var postings = new PostingFiles(options.Out, options);
        WriteAccounts(options, rates, postings);
        return postings.Rows;
    }

    private static void WriteAccounts(PortfolioOptions options, RateTables rates, PostingFiles postings)
    {
        var changes = options.From.AddDays(45);
        using var masters = new MasterFiles(options.Out, changes);
        for (var number = 1; number <= options.Accounts; number++)
        {
            var prng = Prng.For(options.Seed, (ulong)number);
            var account = ProfileDrawing.Draw(prng, number, options);
            var changed = MasterChange.Draw(prng, account, changes);
            masters.Add(account);
            masters.Change(account, changed);
            var known = account.Cards.Select(card => card.CardId).ToHashSet(StringComparer.Ordinal);
            new AccountStory(prng, changed, options, rates, postings)
                .Tell(card => known.Contains(card.CardId) ? options.From : changes);
        }
    }

    private static void WriteCase(PortfolioOptions options) => File.WriteAllText(
        Path.Combine(options.Out, "case.json"),
        $$"""
        {
          "title": "{{options.Accounts}} accounts over {{options.Months}} cycles: all products, behaviours and kinds of postings together",
          "source": "made by bench, seed {{options.Seed}}; all rules together",
          "from": "{{Texts.Date(options.From)}}",
          "to": "{{Texts.Date(options.To)}}"
        }

        """.ReplaceLineEndings("\n"));
}
