using Cycle.Jobs.Outputs;
using Cycle.Jobs.Tests.Audit;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>PDFs are read back in every night; what was spent before comes from the statements before.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TextLayerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NightBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await NightBench.CreateAsync(postgres);
        _bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-07-18", Rows.Purchase("P1", "C1", "2026-07-18", "1234.00"))
            .WithPostings("2026-08-10", Rows.Purchase("P2", "C1", "2026-08-10", "5678.00"));
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Night_Fails_WhenAPdfDoesNotTellWhatItsStatementSays()
    {
        // A letter that the font lacks is drawn as a box: the label can be seen, and cannot be read.
        _bench.Theme = ChangedTheme.With("\"minimumPayment\": \"", "\"minimumPayment\": \"\uE001");

        var fault = await Should.ThrowAsync<RenderingException>(_bench.RunAsync("2026-07-18"));

        fault.Message.ShouldContain("A1-2026-07-18.pdf does not tell what the statement says: minimum payment 1,000.00");
        (await _bench.QueryAsync("select state from runs where business_date = '2026-07-18'")).ShouldBe(["failed"]);
        (await _bench.QueryAsync("select count(*) as files from rendered_statements")).ShouldBe(["0"]);

        _bench.Theme = null;
        await _bench.RunAsync("2026-07-18");
        (await _bench.QueryAsync("select drawn_with like 'cycle %cairo %pango %harfbuzz %freetype %' as kept from rendered_statements")).ShouldBe(["true"]);
    }

    [Fact]
    public async Task Statement_ShowsWhatWasSpentBefore_FromTheStatementsBefore()
    {
        await _bench.RunAsync("2026-07-18");
        await _bench.RunAsync("2026-08-18");

        var document = await new StatementPreview(_bench.Db).ReadAsync("A1", new(2026, 8, 18), default);

        document.Spending.Select(cycle => $"{cycle.StatementDate:yyyy-MM-dd} {cycle.Amount}").ShouldBe(["2026-07-18 1234.00", "2026-08-18 5678.00"]);
        var text = PdfText.Of(Path.Combine(_bench.Output, "statements", "A1-2026-08-18.pdf"));
        text.ShouldContain("1,234");
        text.ShouldContain("5,678");
    }

    [Fact]
    public async Task Export_LocksThePdfs_WhenTheThemeHasAPassword()
    {
        await _bench.RunAsync("2026-07-18");
        var theme = ChangedTheme.WithPassword("{account}-{card:last4}");

        var (written, different) = await new PdfExport(_bench.Db, theme).WriteAsync(_bench.PathOf("locked"), new(2026, 7, 18), new(2026, 7, 18), default);

        written.ShouldBe(1);
        Directory.GetFiles(_bench.PathOf("locked"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        var locked = await File.ReadAllBytesAsync(Path.Combine(_bench.PathOf("locked"), "statements", "A1-2026-07-18.pdf"));
        System.Text.Encoding.Latin1.GetString(locked).ShouldContain("/Encrypt");

        // What is held against the night's file is the statement before it was locked. Only its theme differs here, not its looks.
        different.ShouldBeEmpty();
    }
}
