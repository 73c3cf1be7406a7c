using Cycle.Jobs.Outputs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Tests.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>An issued statement can be drawn again from the store alone, and is the file that went out.</summary>
[Collection(ReplayCollection.Name)]
public sealed class PdfExportTests(CashExample example) : IClassFixture<CashExample>
{
    [Fact]
    public async Task Pdfs_AreTheBytesThatWentOut_WhenDrawnAgainAfterTheMasterChanged()
    {
        var bench = example.Bench;
        await bench.ExecuteAsync("update accounts set customer_name = 'Somebody Else', address_1 = 'Elsewhere'");

        var (written, different) = await new PdfExport(bench.Db).WriteAsync(bench.PathOf("again"), new(2026, 7, 27), new(2026, 9, 18), default);

        written.ShouldBe(2);
        different.ShouldBeEmpty();
        foreach (var name in (string[])["A1-2026-08-18.pdf", "A1-2026-09-18.pdf"])
        {
            File.ReadAllBytes(Path.Combine(bench.PathOf("again"), "statements", name))
                .ShouldBe(File.ReadAllBytes(Path.Combine(bench.Output, "statements", name)));
        }
    }

    [Fact]
    public async Task Pdf_IsNamed_WhenTheBytesAreNotThoseThatWentOut()
    {
        var bench = example.Bench;
        await using var kept = await KeptTable.OfAsync(bench, "rendered_statements");
        await bench.ExecuteAsync("update rendered_statements set sha256 = reverse(sha256) where statement_date = '2026-08-18'");

        var (_, different) = await new PdfExport(bench.Db).WriteAsync(bench.PathOf("other"), new(2026, 8, 1), new(2026, 9, 30), default);

        different.ShouldBe(["statements/A1-2026-08-18.pdf"]);
    }
}
