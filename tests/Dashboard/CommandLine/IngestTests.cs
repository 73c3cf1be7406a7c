using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>Files are put into the inbox whole, and nothing that lies there is lost.</summary>
[Collection(PostgresCollection.Name)]
public sealed class IngestTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CycleBench _bench = null!;

    [Fact]
    public async Task File_IsReady_WhenItWasNotThere()
    {
        var file = Given("holidays.csv", "date,name\n");

        var result = (await _bench.RunAsync("ingest", file, "--inbox", _bench.Inbox)).ShouldEnd(0);

        result.Output.ShouldBe($"{InInbox("holidays.csv")}: ready for the night\n");
        Directory.GetFiles(_bench.Inbox).ShouldBe([InInbox("holidays.csv")]);
    }

    [Fact]
    public async Task File_IsLeftAsItIs_WhenItIsThereAlready()
    {
        var same = Given("holidays.csv", "date,name\n");
        var other = Given("accounts.csv", "new");
        _bench.With("holidays.csv", "date,name").With("accounts.csv", "old");

        var result = (await _bench.RunAsync("ingest", same, other, "--inbox", _bench.Inbox)).ShouldEnd(3);

        result.Output.ShouldBe($"{InInbox("holidays.csv")}: is there already, with the same content\n");
        result.Errors.ShouldStartWith($"{InInbox("accounts.csv")}: is there already, with other content; it was left as it is.");
        (await File.ReadAllTextAsync(InInbox("accounts.csv"))).ShouldBe("old\n");
    }

    [Theory]
    [InlineData("no-such.csv")]
    [InlineData("--database")]
    [InlineData("postings 2026-08-18.csv")]
    [InlineData("รายการ.csv")]
    [InlineData("fx.csv")]
    [InlineData("")]
    public async Task NoFile_IsPutThere_WhenOneWordIsWrong(string wrong)
    {
        Given("postings 2026-08-18.csv", "");
        Given("รายการ.csv", "");
        Given("fx.csv", "");

        (await _bench.RunAsync("ingest", Given("holidays.csv", "date,name\n"), InGiven(wrong), "--inbox", _bench.Inbox)).ShouldEnd(2);

        File.Exists(InInbox("holidays.csv")).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_IsLeftInTheInbox_WhenAFileCannotBePutThere()
    {
        var file = Given("holidays.csv", "date,name\n");
        Directory.CreateDirectory(InInbox("holidays.csv"));

        var result = (await _bench.RunAsync("ingest", file, "--inbox", _bench.Inbox)).ShouldEnd(1);

        result.Errors.ShouldStartWith($"{InInbox("holidays.csv")}: could not be put there: ");
        Directory.GetFiles(_bench.Inbox).ShouldBeEmpty();
    }

    [Fact]
    public async Task ControlFile_IsReady_WhenItComesWithItsFile() =>
        (await _bench.RunAsync(
            "ingest", Given("postings-2026-08-18-2.csv", ""), Given("postings-2026-08-18-2.csv.control.json", "{}"), "--inbox", _bench.Inbox)).ShouldEnd(0);

    public async Task InitializeAsync() => _bench = await CycleBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    private string InInbox(string name) => Path.Combine(_bench.Inbox, name);

    private string InGiven(string name) => name.StartsWith('-') ? name : Path.Combine(_bench.Root, "given", name);

    private string Given(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Root, "given")).FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
        return InGiven(name);
    }
}
