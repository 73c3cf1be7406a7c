using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Outputs.Delivery;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Outputs;

/// <summary>The archive of a cycle for finance and the print house: complete, the same bytes every time, and silent about accounts.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DeliveryPackTests(PostgresFixture postgres)
{
    private static readonly DateOnly Date = new(2026, 8, 18);

    [Fact]
    public async Task Pack_HoldsEveryPdfWithItsHash_AndComesToTheControlReport()
    {
        await using var bench = await CutAsync();

        var result = await PackAsync(bench, "first");

        using var zip = ZipFile.OpenRead(result!.Archive);
        zip.Entries.Select(entry => entry.FullName).ShouldBe([.. zip.Entries.Take(3).Select(entry => entry.FullName), "manifest.csv", "totals.json"]);
        var manifest = Text(zip, "manifest.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        manifest[0].ShouldBe("token,file,pages,bytes,sha256");
        foreach (var cells in manifest.Skip(1).Select(line => line.Split(',')))
        {
            var pdf = Bytes(zip, cells[1]);
            cells[1].ShouldBe($"statements/{cells[0]}.pdf");
            pdf.Length.ToString().ShouldBe(cells[3]);
            Convert.ToHexStringLower(SHA256.HashData(pdf)).ShouldBe(cells[4]);
        }

        manifest.Length.ShouldBe(4);
        var totals = JsonDocument.Parse(Text(zip, "totals.json")).RootElement;
        totals.GetProperty("packed").GetRawText().ShouldBe(totals.GetProperty("controlReport").GetRawText());
        totals.GetProperty("packed").GetProperty("newBalance").GetString().ShouldBe("6000.00");
        totals.GetProperty("pages").GetInt64().ShouldBe(3);
        totals.GetProperty("manifestSha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, "manifest.csv"))));
        (await bench.QueryAsync("select report -> 'statements' ->> 'newBalance', report -> 'rendered' ->> 'pages' from control_reports where business_date = '2026-08-18'"))
            .ShouldBe(["6000.00|3"]);
    }

    [Fact]
    public async Task Pack_IsTheSameBytes_WhenMadeAgainElsewhere()
    {
        await using var bench = await CutAsync();

        var first = await PackAsync(bench, "first");
        var second = await PackAsync(bench, "second");

        File.ReadAllBytes(second!.Archive).AsSpan().SequenceEqual(File.ReadAllBytes(first!.Archive)).ShouldBeTrue();
        Directory.GetFiles(bench.PathOf("first"), "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_NamesNoAccount_OnlyTheListBesideItDoes()
    {
        await using var bench = await CutAsync();

        var result = await PackAsync(bench, "first");

        using var zip = ZipFile.OpenRead(result!.Archive);
        (string.Join('\n', zip.Entries.Select(entry => entry.FullName)) + Text(zip, "manifest.csv") + Text(zip, "totals.json")).ShouldNotContain("ACCOUNT");
        var list = await File.ReadAllLinesAsync(Path.Combine(bench.PathOf("first"), "delivery-2026-08-18-accounts.csv"));
        list.Skip(1).Select(line => line.Split(',')).Select(cells => (File: zip.GetEntry($"statements/{cells[0]}.pdf") is not null, Account: cells[1]))
            .ShouldBe([(true, "ACCOUNT1"), (true, "ACCOUNT2"), (true, "ACCOUNT3")]);
    }

    [Fact]
    public async Task Pack_LeavesOutWhatIsHeldBack_AndStillComesToTheControlReport()
    {
        await using var bench = await CutAsync();
        await bench.ExecuteAsync("insert into held_statements (statement_date, account_id, held_by, held_at, reason) values ('2026-08-18', 'ACCOUNT2', 'x', now(), 'x')");

        var result = await PackAsync(bench, "first");

        result!.Packed.ShouldBe(new(2, new(400_000), new(200_000)));
        result.Withheld.ShouldBe(new(1, new(200_000), new(100_000)));
    }

    [Fact]
    public async Task Pack_IsNotMade_WhenItsTotalsAreNotTheControlReports()
    {
        await using var bench = await CutAsync();
        await bench.ExecuteAsync("update statements set new_balance = new_balance + 1, purchases = purchases + 1 where account_id = 'ACCOUNT1'");

        var fault = await Should.ThrowAsync<DeliveryException>(() => new DeliveryPack(bench.Db).WriteAsync(bench.Output, Date, default));

        fault.Message.ShouldContain("packed 3 statements, new balance 6000.01, minimum 3000.00; withheld 0 statements, new balance 0.00, minimum 0.00; the report says 3 statements, new balance 6000.00");
        Directory.GetFiles(bench.Output).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_IsNotMade_WhenAPdfIsNotTheOneThatWasIssued()
    {
        await using var bench = await CutAsync();
        await File.AppendAllTextAsync(Path.Combine(bench.Output, "statements", "ACCOUNT2-2026-08-18.pdf"), " ");

        var fault = await Should.ThrowAsync<DeliveryException>(() => new DeliveryPack(bench.Db).WriteAsync(bench.Output, Date, default));

        fault.Message.ShouldStartWith("statements/ACCOUNT2-2026-08-18.pdf has other bytes than the PDF that was issued; no delivery pack was made.");
        Directory.GetFiles(bench.Output).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_IsNone_WhenTheCycleHasNoStatements()
    {
        await using var bench = await CutAsync();
        await bench.RunAsync("2026-08-19");

        (await new DeliveryPack(bench.Db).WriteAsync(bench.Output, new(2026, 8, 19), default)).ShouldBeNull();
        Directory.GetFiles(bench.Output).ShouldBeEmpty();
    }

    private async Task<NightBench> CutAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        string[] ids = ["ACCOUNT1", "ACCOUNT2", "ACCOUNT3"];
        bench.WithAccounts(ids.Select(id => Rows.Account(id, language: id == "ACCOUNT2" ? "th" : "en"))).WithCards(ids.Select(id => Rows.Card($"C-{id}", id)))
            .WithPostings("2026-08-18", ids.Select(id => Rows.Purchase($"P-{id}", $"C-{id}", "2026-08-18", "2000.00")));
        await bench.RunAsync("2026-08-18");
        return bench;
    }

    private static async Task<DeliveryResult?> PackAsync(NightBench bench, string folder)
    {
        var directory = bench.PathOf(folder);
        await new PdfExport(bench.Db).WriteAsync(directory, Date, Date, default);
        return await new DeliveryPack(bench.Db).WriteAsync(directory, Date, default);
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var content = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));
}
