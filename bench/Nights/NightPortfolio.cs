using Cycle.Bench.Portfolio;

namespace Cycle.Bench.Nights;

/// <summary>Writes the inbox of a measured portfolio: masters, rates, holidays and the posting files. Accounts are written one after the other; none is kept.</summary>
internal static class NightPortfolio
{
    private const ulong RatesStream = ulong.MaxValue - 1;

    /// <returns>Rows of the measured night's file.</returns>
    public static long Write(string folder, int accounts, NightOptions options)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        ThaiHolidays.Write(folder);
        var rates = new RateTables(Prng.For(options.Seed, RatesStream), NightDays.Begin, NightDays.Measured);
        rates.Write(folder);
        using var files = new NightFiles(folder, options.Seed);
        WriteAccounts(folder, accounts, options, rates, files);
        return files.MeasuredRows;
    }

    private static void WriteAccounts(string folder, int accounts, NightOptions options, RateTables rates, NightFiles files)
    {
        var portfolio = options.Portfolio(accounts);
        var noChanges = NightDays.Measured.AddDays(1);
        using (var masters = new MasterFiles(folder, noChanges))
        {
            for (var number = 1; number <= accounts; number++)
            {
                var prng = Prng.For(options.Seed, (ulong)number);
                var account = ProfileDrawing.Draw(prng, number, portfolio) with { StatementDay = NightDays.StatementDay };
                masters.Add(account);
                new NightStory(prng, account, options, rates, files).Tell();
            }
        }

        File.Delete(Path.Combine(folder, $"accounts-{Texts.Date(noChanges)}.csv"));
        File.Delete(Path.Combine(folder, $"cards-{Texts.Date(noChanges)}.csv"));
    }
}
