using Cycle.Jobs.Replay;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Replay;

/// <summary>A fixture of a test's own, and a folder for what replays make.</summary>
internal sealed class CaseFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cycle-case-").FullName;

    public CaseFolder(string from = "2026-08-17", string to = "2026-08-18")
    {
        Directory.CreateDirectory(Folder);
        With("case.json", $$"""{"title": "A case", "from": "{{from}}", "to": "{{to}}"}""");
    }

    public string Folder => Path.Combine(_root, "a-case");

    public string Output => Path.Combine(_root, "out");

    public CaseFolder With(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Rows.File(lines));
        return this;
    }

    /// <summary>One account that buys something on the day before its statement.</summary>
    public CaseFolder WithPurchase() =>
        With("accounts.csv", Rows.AccountHeader, Rows.Account("A1")).With("cards.csv", Rows.CardHeader, Rows.Card("C1", "A1"))
            .With("postings-2026-08-17.csv", Rows.PostingHeader, Rows.Purchase("P1", "C1", "2026-08-17", "1500.00"));

    public FixtureCase Load() => FixtureCase.Load(Folder, Checkout.Tariffs);

    public async Task<ReplayResult> ReplayAsync(PostgresFixture postgres, string? output = null, bool updates = false, int workers = 2)
    {
        var replayer = new Replayer(postgres.AdminConnectionString, new(output, updates, workers, Checkout.Tariffs));
        await foreach (var result in replayer.RunAsync([Load()], lanes: 1, default))
        {
            return result;
        }

        throw new InvalidOperationException("One case gives one result.");
    }

    /// <summary>The files a replay made, by name, with what is in them.</summary>
    public static SortedDictionary<string, byte[]> Made(string output)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(output, file), File.ReadAllBytes(file));
        }

        return files;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
