using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>What is not understood, or names something that is not there, is told in words; exit code 2.</summary>
[Collection(PostgresCollection.Name)]
public sealed class UsageTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Help = "See `cycle --help`, or `cycle VERB --help`.";
    private CycleBench _bench = null!;

    [Theory]
    [InlineData("run NIGHT --date 18/08/2026", "--date: found '18/08/2026', expected a date as yyyy-MM-dd.")]
    [InlineData("run NIGHT --date 2026-02-29", "--date: found '2026-02-29', expected a date as yyyy-MM-dd.")]
    [InlineData("run NIGHT --date 2026-08-18 --workers 0", "--workers: found '0', expected a number from 1 to 64.")]
    [InlineData("replay x --workers 65", "--workers: found '65', expected a number from 1 to 64.")]
    [InlineData("ingest a.csv --database x", "--database: ingest has no such option. A file of that name is written ./--database.")]
    [InlineData("run NIGHT", "Option '--date' is required.")]
    [InlineData("run DAY --date 2026-08-18", "Argument 'DAY' not recognized. Must be one of:\n\t'NIGHT'")]
    public async Task Command_IsNotUnderstood_WhenAWordIsWrong(string command, string words) =>
        (await _bench.RunAsync(command.Split(' '))).ShouldSayOnly(2, $"{words}\n{Help}");

    [Fact]
    public async Task Verb_IsNamed_WhenItIsUnknown()
    {
        var result = (await _bench.RunAsync("rnu", "NIGHT")).ShouldEnd(2);

        result.Errors.ShouldContain("'rnu'");
        result.Errors.ShouldEndWith($"{Help}\n");
    }

    [Theory]
    [InlineData("run NIGHT --date 2026-08-18 --inbox no/such", "--inbox: no folder no/such. Make it, or name another one.")]
    [InlineData("explain A1 18.8.2026", "STATEMENT-DATE: found '18.8.2026', expected a date as yyyy-MM-dd.")]
    [InlineData("ingest no/such.csv", "no/such.csv: no such file. Nothing was put into the inbox.")]
    [InlineData("replay no/such", "no/such: no case.json found; a fixture is a folder with one. Check the path.")]
    [InlineData("export --date 2026-08-18 --out x", "--date: the night of 2026-08-18 is not complete. See `cycle status`.")]
    [InlineData("verify --database cycle_dmo", "--database: found 'cycle_dmo', expected a database of this server. Nothing was made.")]
    public async Task Command_IsRefusedWithWords_WhenWhatItNamesIsNotThere(string command, string words) =>
        (await _bench.RunAsync(command.Split(' '))).ShouldSayOnly(2, words);

    [Fact]
    public async Task Verify_SaysThatNothingWasProved_WhenNothingIsWrittenYet()
    {
        var result = (await _bench.RunAsync("verify")).ShouldEnd(0);

        result.Output.ShouldStartWith("0 journal entries and 0 PDFs checked\nNothing is written in database ");
        result.Output.ShouldEndWith(" yet, so nothing was proved. Another database of the same server: --database NAME, such as cycle_demo.\n");
    }

    [Fact]
    public async Task Tariff_IsRefusedWithWords_WhenItIsNeitherFileNorId() =>
        (await _bench.RunAsync("tariff", "check", "gsb")).ShouldSayOnly(
            2, $"--tariff: found 'gsb', expected a tariff file or the id of one in {Checkout.Tariffs}.");

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();
}
