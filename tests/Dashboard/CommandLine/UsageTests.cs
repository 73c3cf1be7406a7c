using System.Net;
using System.Net.Sockets;
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
    [InlineData("run NIGHT --date 2026-08-18 --date 2026-08-19", "Option '--date' expects a single argument but 2 were provided.")]
    [InlineData("status --database x --database y", "Option '--database' expects a single argument but 2 were provided.")]
    [InlineData("serve --scheduler quartz --scheduler quartz", "Option '--scheduler' expects a single argument but 2 were provided.")]
    [InlineData("send --listen http://a --listen http://b", "Option '--listen' expects a single argument but 2 were provided.")]
    [InlineData("messages --database x resend 1 --reason y", "--database: found before 'resend', expected after it.")]
    [InlineData("schedule --schedule x check", "--schedule: found before 'check', expected after it.")]
    [InlineData("messages show one", "ID: found 'one', expected a number that `cycle messages` shows.")]
    [InlineData("messages resend -1 --reason y", "ID: found '-1', expected a number that `cycle messages` shows.")]
    [InlineData("messages --most 0", "--most: found '0', expected a number from 1 to 100000.")]
    [InlineData("send --report-wait -1", "--report-wait: found '-1', expected a number from 0 to 86400.")]
    [InlineData("send --listen reports", "--listen: found 'reports', expected an address such as http://127.0.0.1:8580.")]
    [InlineData("run DAY --date 2026-08-18", "Argument 'DAY' not recognized. Must be one of:\n\t'NIGHT'")]
    public async Task Command_IsNotUnderstood_WhenAWordIsWrong(string command, string words) =>
        (await _bench.RunAsync(command.Split(' '))).ShouldSayOnly(2, $"{words}\n{Help}");

    [Fact]
    public async Task Sample_IsRefusedWithTheNamesOfAll_WhenThereIsNone()
    {
        var names = Directory.GetFiles(Path.Combine(Checkout.Root, "theme", "samples")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        (await _bench.RunAsync("preview", "--sample", "nope")).ShouldSayOnly(
            2, $"Argument 'nope' not recognized. Must be one of:\n{string.Join('\n', names.Select(name => $"\t'{name}'"))}\n{Help}");
    }

    [Fact]
    public async Task Serve_NamesTheOptionForAnotherAddress_WhenSomebodyListensThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        (await _bench.RunAsync("serve", "--urls", taken)).ShouldSayOnly(
            2, $"--urls: found {taken}, where another program listens already. Stop that one, or name another address.");
    }

    [Fact]
    public async Task Serve_IsRefusedWithWords_WhenTheKeyOfTokensIsTooShort()
    {
        _bench.Variables["CYCLE_API_KEY"] = "short";

        (await _bench.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ShouldSayOnly(
            2, "CYCLE_API_KEY: found 5 characters, expected 32 or more. Give a longer one, or none: then no token is taken.");
    }

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
    [InlineData("run NIGHT --date 2026-08-18 --dry-run --database cycle_dmo", "--database: found 'cycle_dmo', expected a database of this server. Nothing was made.")]
    [InlineData("preview --date 2026-08-18", "--date: found without --account; expected both for an issued statement, neither for a sample.")]
    [InlineData("preview --out /no/such.pdf", "--out: found /no/such.pdf, expected a file in a folder that is there.")]
    [InlineData("preview --out /", "--out: found /, expected a file in a folder that is there.")]
    [InlineData("run NIGHT --date 2026-08-18 --out /dev/null/x", "--out: found a file, /dev/null, expected a folder. Name another one.")]
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
    public async Task Command_IsRefusedWithWords_WhenAReasonOrNameIsBlank()
    {
        (await _bench.RunAsync("rerun", "A1", "--reason", " ")).ShouldSayOnly(2, "--reason: found nothing, expected what was done about the cause.");
        (await _bench.RunAsync("user", "add", " ", "--role", "Finance")).ShouldSayOnly(2, "NAME: found nothing, expected the name to sign in with.");
    }

    [Fact]
    public async Task UserList_SaysHowToBegin_WhenNobodyMaySignIn() =>
        (await _bench.RunAsync("user", "list")).ShouldEnd(0).Output.ShouldBe("Nobody may sign in yet. Begin with `cycle user add NAME --role R`.\n");

    [Fact]
    public async Task Commands_AreNamedAsTheyAreTyped_WhenHelpIsAsked()
    {
        (await _bench.RunAsync("run", "--help")).ShouldEnd(0).Output.ShouldContain("\n  cycle run <NIGHT> [options]\n");
        (await _bench.RunAsync("--help")).ShouldEnd(0).Output.ShouldContain("\n  cycle [command] [options]\n");
        (await _bench.RunAsync("--version")).ShouldEnd(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    public async Task Database_IsRefused_WhenItsNameIsNoneOrLongerThanTheServerKeeps(int length)
    {
        var name = new string('x', length);

        (await _bench.RunAsync("run", "NIGHT", "--date", "2026-08-18", "--database", name)).ShouldSayOnly(
            2, $"--database: found '{name}', expected a database's name of 1 to 63 bytes.\n{Help}");
    }

    [Fact]
    public async Task Tariff_IsRefusedWithWords_WhenItIsNeitherFileNorId() =>
        (await _bench.RunAsync("tariff", "check", "gsb")).ShouldSayOnly(
            2, $"--tariff: found 'gsb', expected a tariff file or the id of one in {Checkout.Tariffs}.");

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();
}
