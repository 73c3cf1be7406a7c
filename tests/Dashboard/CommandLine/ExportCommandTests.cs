using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle export</c> by the terms of the theme.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ExportCommandTests(PostgresFixture postgres)
{
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
