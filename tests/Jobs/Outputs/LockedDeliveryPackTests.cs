using System.IO.Compression;
using System.Security.Cryptography;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Outputs.Delivery;
using Cycle.Jobs.Tests.Audit;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Outputs;

/// <summary>The archive of a cycle whose PDFs open only with a password: what is packed has other bytes than what the store keeps the hash of.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LockedDeliveryPackTests(PostgresFixture postgres)
{
    private static readonly DateOnly Date = new(2026, 8, 18);

    [Fact]
    public async Task Pack_HoldsTheLockedCopiesWithTheirHashes_WhenTheThemeHasAPassword()
    {
        await using var bench = await CutAsync();
        var directory = bench.PathOf("locked");
        using (var pdfs = await ExportAsync(bench, directory))
        {
            await new DeliveryPack(bench.Db).WriteAsync(directory, Date, default, pdfs);
        }

        await ZipFile.ExtractToDirectoryAsync(Path.Combine(directory, "delivery-2026-08-18.zip"), bench.PathOf("unpacked"));
        var manifest = (await File.ReadAllLinesAsync(bench.PathOf("unpacked/manifest.csv"))).Skip(1).Select(line => line.Split(',')).ToList();
        manifest.Count.ShouldBe(2);
        foreach (var cells in manifest)
        {
            var pdf = bench.PathOf($"unpacked/{cells[1]}");
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(pdf))).ShouldBe(cells[4]);
            PdfText.OfLocked(pdf, "0800000001-1148").ShouldContain("2,000.00");
            Should.Throw<ShouldAssertException>(() => PdfText.OfLocked(pdf, "0800000001-1149"));
        }

        Directory.GetFiles(directory, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_IsNotMade_WhenALockedCopyWasChangedSinceItWasWritten()
    {
        await using var bench = await CutAsync();
        var directory = bench.PathOf("locked");
        using var pdfs = await ExportAsync(bench, directory);
        await File.AppendAllTextAsync(Path.Combine(directory, "statements", "A2-2026-08-18.pdf"), " ");

        var fault = await Should.ThrowAsync<DeliveryException>(() => new DeliveryPack(bench.Db).WriteAsync(directory, Date, default, pdfs));

        fault.Message.ShouldBe(
            "statements/A2-2026-08-18.pdf has other bytes than the PDF that was written; no delivery pack was made. Somebody changed it meanwhile: export again.");
        Directory.GetFiles(directory, "delivery*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pack_IsNotMade_WhenAStatementMayGoOutOnlySinceTheOthersWereWritten()
    {
        await using var bench = await CutAsync();
        await bench.ExecuteAsync("insert into held_statements (statement_date, account_id, held_by, held_at, reason) values ('2026-08-18', 'A1', 'x', now(), 'x')");
        var directory = bench.PathOf("locked");
        using var pdfs = await ExportAsync(bench, directory);
        await bench.ExecuteAsync("delete from held_statements");

        var fault = await Should.ThrowAsync<DeliveryException>(() => new DeliveryPack(bench.Db).WriteAsync(directory, Date, default, pdfs));

        fault.Message.ShouldBe(
            "statements/A1-2026-08-18.pdf is not among the PDFs that were written; no delivery pack was made. Its statement may go out only since: export again.");
    }

    [Fact]
    public async Task Pack_LeavesOutAStatement_WhenItIsHeldBackSinceItWasWritten()
    {
        await using var bench = await CutAsync();
        var directory = bench.PathOf("locked");
        using var pdfs = await ExportAsync(bench, directory);
        await bench.ExecuteAsync("insert into held_statements (statement_date, account_id, held_by, held_at, reason) values ('2026-08-18', 'A1', 'x', now(), 'x')");

        var result = await new DeliveryPack(bench.Db).WriteAsync(directory, Date, default, pdfs);

        (result!.Packed.Count, result.Withheld.Count).ShouldBe((1, 1));
    }

    private async Task<NightBench> CutAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2")).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "2000.00"), Rows.Purchase("P2", "C2", "2026-08-18", "2000.00"));
        await bench.RunAsync("2026-08-18");
        return bench;
    }

    private static async Task<WrittenPdfs> ExportAsync(NightBench bench, string directory)
    {
        var pdfs = new WrittenPdfs(directory);
        var export = new PdfExport(bench.Db, ChangedTheme.WithPassword("{mobile}-{card:last4}"));
        (await export.WriteAsync(directory, Date, Date, default, pdfs)).Different.ShouldBeEmpty();
        return pdfs;
    }
}
