using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle export</c> by the terms of the night and of the theme.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ExportCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Balances_AreToldByTheTariffOfTheNight_WhenNoneIsNamed()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.With("accounts.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: 25, product: "EVERYDAY"))
            .With("cards.csv", Rows.CardHeader, Rows.Card("C1", "A1"))
            .With("postings-2026-08-18.csv", Rows.PostingHeader, Rows.Cash("P1", "C1", "2026-08-18", "10000.00"));
        (await bench.NightAsync("2026-08-18", "--tariff", "example-issuer")).ShouldEnd(0);

        var balances = await BalancesAsync(bench);

        // One day of 14.75 percent; by the tariff that is named when nothing else is it would be 16.
        balances.ShouldContain(",4.04,");
        balances.ShouldBe(await BalancesAsync(bench, "--tariff", "example-issuer"));
        (await BalancesAsync(bench, "--tariff", "gsb-2026")).ShouldContain(",4.38,");
    }

    [Fact]
    public async Task Export_AsksForTheTariff_WhenTheNightDoesNotTellIt()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        await bench.ExecuteAsync("update runs set tariff_sha256 = null");

        (await bench.RunAsync("export", "--date", "2026-08-18", "--out", "export")).ShouldSayOnly(
            2, "--tariff: found none, expected the tariff that the night of 2026-08-18 was run by: the build that ran it did not keep which one.");
        (await bench.RunAsync("export", "--date", "2026-08-18", "--out", "export", "--tariff", "gsb-2026")).ShouldEnd(0);
    }

    [Fact]
    public async Task Export_MakesTheDeliveryPack_WhenTheThemeHasAPassword()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        bench.Variables["CYCLE_THEME"] = ThemeWithPassword(bench);

        var export = (await bench.RunAsync("export", "--date", "2026-08-18", "--out", "export")).ShouldEnd(0);

        export.Output.ShouldContain($"The delivery pack is {bench.Root}/export/delivery-2026-08-18.zip: 1 statements");
        Directory.GetFiles(Path.Combine(bench.Root, "export"), "*.tmp").ShouldBeEmpty();
    }

    private static async Task<string> BalancesAsync(CycleBench bench, params IEnumerable<string> more)
    {
        (await bench.RunAsync(["export", "--date", "2026-08-18", "--out", "export", .. more])).ShouldEnd(0);
        return await File.ReadAllTextAsync(Path.Combine(bench.Root, "export", "balances.csv"));
    }

    private static string ThemeWithPassword(CycleBench bench)
    {
        var folder = Directory.CreateDirectory(Path.Combine(bench.Root, "theme")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, "theme")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var theme = Path.Combine(folder, "theme.json");
        File.WriteAllText(
            theme, File.ReadAllText(theme).Replace("\"billerId\"", "\"password\": \"{mobile:last4}{card:last4}\", \"billerId\"", StringComparison.Ordinal));
        return folder;
    }
}
