using System.Text.RegularExpressions;
using Cycle.Dashboard.Web;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>What leaves the pages as files, and what stands in their addresses.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class DownloadTests(PostgresFixture postgres, ServedPortfolio served)
{
    private static readonly string Cycle = $"{Portfolio.Second:yyyy-MM-dd}";

    [Theory]
    [InlineData("/files/rejects?handler=Csv&file=postings-2026-09-17.csv", "text/csv", "rejects-postings-2026-09-17.csv")]
    [InlineData("/books?handler=JournalCsv&date=2026-09-18", "text/csv", "journal-2026-09-18.csv")]
    [InlineData("/books?handler=TrialBalanceCsv&date=2026-09-18", "text/csv", "trial-balance-2026-09-18.csv")]
    [InlineData("/trail?handler=Csv", "text/csv", "trail.csv")]
    [InlineData("/cycles/2026-09-18/A00002/pdf?download=true", "application/pdf", "A00002-2026-09-18.pdf")]
    public async Task Download_IsAnAttachment_OfItsType(string path, string type, string name)
    {
        var client = await served.ClientAsync(postgres, "Operations", "Finance", "Auditor", "Administrator");

        using var answer = await client.GetAsync(path);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldEndWith(name);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+66", true)]
    [InlineData("-2", true)]
    [InlineData("@sum(A1)", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r1", true)]
    [InlineData("\n1", true)]
    [InlineData("  =1", true)]
    [InlineData("\uff1d1", true)]
    [InlineData("\uff20x", true)]
    [InlineData("\ufeff=1", true)]
    [InlineData("a=1", false)]
    [InlineData("P1-2", false)]
    [InlineData(" ร้านยา+", false)]
    [InlineData("", false)]
    public async Task Cell_IsNoFormula_InASpreadsheet(string cell, bool isQuoted)
    {
        var bench = await served.OverAsync(postgres);

        var written = await bench.ScalarAsync<string>($"select {CsvDownload.Text("cell")} from (select {Ledger.Storage.Cycles.Sql.Text(cell)} as cell) c");

        written.ShouldBe(isQuoted ? "'" + cell : cell);
    }

    [Fact]
    public async Task Address_OnAPage_HoldsNoNameNumberOrSecret()
    {
        var bench = await served.OverAsync(postgres);
        var client = await served.ClientAsync(postgres, "Operations", "Finance", "Auditor", "Administrator");
        string[] pages =
        [
            "/", "/runs", "/files", "/messages", "/workers", "/schedule", "/cycles", $"/cycles/{Cycle}", $"/cycles/{Cycle}/{Portfolio.SomeAccount}", "/release", "/books",
            $"/books/account?account={Portfolio.SomeAccount}", "/trail", "/people",
        ];

        foreach (var page in pages)
        {
            var addresses = Addresses().Matches(await client.GetStringAsync(page)).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)).ToList();
            addresses.ShouldNotBeEmpty(page);
            addresses.ShouldAllBe(address => !Personal().IsMatch(address), page);
        }

        (await bench.ScalarAsync<bool>($"select customer_name ~ '^คุณ' and mobile ~ '^08' from accounts where account_id = '{Portfolio.SomeAccount}'")).ShouldBeTrue();
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    /// <summary>A mobile number, a card number, a customer's name or number, a password.</summary>
    [GeneratedRegex("08[0-9]{8}|[0-9]{13}|คุณ|HA[0-9]{5}|password", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
