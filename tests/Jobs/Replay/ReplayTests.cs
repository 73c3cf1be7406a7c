using Cycle.Jobs.Replay;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Replay;

/// <summary>Replays of one case: the same bytes every time, and differences a person can read.</summary>
[Collection(ReplayCollection.Name)]
public sealed class ReplayTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Outputs_AreTheSame_WithOneWorkerWithFourAndAgain()
    {
        const int accounts = 2 * PartitionQueue.Size + 100;
        using var folder = new CaseFolder();
        // Every account is closed, in three partitions at once, and pays or buys; few get a statement, so that drawing them takes no time.
        folder.With("accounts.csv", [Rows.AccountHeader, .. Each(accounts, i => Rows.Account($"A{i:D5}", i % 10 == 0 ? 18 : 19, optIn: i % 2 == 0))])
            .With("cards.csv", [Rows.CardHeader, .. Each(accounts, i => Rows.Card($"C{i:D5}", $"A{i:D5}"))])
            .With("postings-2026-08-17.csv", [Rows.PostingHeader, .. Each(accounts, i => Rows.Purchase($"P{i:D5}", $"C{i:D5}", "2026-08-17", $"{i + 1}.50"))]);

        var made = new List<SortedDictionary<string, byte[]>>();
        foreach (var workers in (int[])[1, 4, 4])
        {
            (await folder.ReplayAsync(postgres, folder.Output, workers: workers)).Agrees.ShouldBeTrue();
            made.Add(CaseFolder.Made(folder.Output));
        }

        made[0].Keys.Count(name => name.EndsWith(".pdf", StringComparison.Ordinal)).ShouldBe(accounts / 10);
        foreach (var again in made.Skip(1))
        {
            again.Keys.ShouldBe(made[0].Keys);
            made[0].Keys.Where(name => !again[name].AsSpan().SequenceEqual(made[0][name])).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Difference_IsShownLineByLine_WhenAFigureIsNotAsExpected()
    {
        using var folder = new CaseFolder().WithPurchase()
            .With("expected/balances.csv", "account_id,balance,billed,unbilled,accrued_interest,credit_limit,available", "A1,1500.01,1500.01,0.00,0.00,100000.00,98499.99")
            .With("expected/rejects.csv", "file,line,posting_id,reason,detail")
            .With("expected/points.csv", "anything");

        var result = await folder.ReplayAsync(postgres);

        result.Agrees.ShouldBeFalse();
        result.Compared.ShouldBe(3);
        result.Differences.ShouldBe(
            [
                "balances.csv: differs from line 2\n    - A1,1500.01,1500.01,0.00,0.00,100000.00,98499.99\n    + A1,1500.00,1500.00,0.00,0.00,100000.00,98500.00",
                "points.csv: expected, but not made",
            ]);
    }

    [Fact]
    public async Task Difference_ShowsTheFirstLinesAndCountsTheRest_WhenThereAreMany()
    {
        using var folder = new CaseFolder().WithPurchase().With("expected/rejects.csv", ["file,line,posting_id,reason,detail", .. Each(20, i => $"line {i}")]);

        var difference = (await folder.ReplayAsync(postgres)).Differences.ShouldHaveSingleItem();

        difference.ShouldStartWith("rejects.csv: differs from line 2\n    - line 0\n    - line 1\n");
        difference.ShouldEndWith("    - line 11\n    - ... and 8 more lines");
    }

    [Fact]
    public async Task Update_WritesTheUsualFilesThatThenAgree_AndLaterOnlyThoseThatAreThere()
    {
        using var folder = new CaseFolder().WithPurchase();
        var expected = Path.Combine(folder.Folder, "expected");

        (await folder.ReplayAsync(postgres, updates: true)).Compared.ShouldBe(7);
        (await folder.ReplayAsync(postgres)).ShouldSatisfyAllConditions(result => result.Agrees.ShouldBeTrue(), result => result.Compared.ShouldBe(7));
        (await File.ReadAllTextAsync(Path.Combine(expected, "statements.json"))).ShouldContain("\"newBalance\": \"1500.00\"");

        File.Delete(Path.Combine(expected, "notices.csv"));
        await File.WriteAllTextAsync(Path.Combine(expected, "balances.csv"), "wrong\n");
        (await folder.ReplayAsync(postgres, updates: true)).Compared.ShouldBe(6);
        (await File.ReadAllTextAsync(Path.Combine(expected, "balances.csv"))).ShouldContain("A1,1500.00");
        File.Exists(Path.Combine(expected, "notices.csv")).ShouldBeFalse();
    }

    [Fact]
    public async Task Outputs_AreHeadersOnly_WhenTheFolderHasNoFiles()
    {
        using var folder = new CaseFolder();

        (await folder.ReplayAsync(postgres, folder.Output)).Agrees.ShouldBeTrue();

        var made = Path.Combine(folder.Output, "a-case");
        (await File.ReadAllTextAsync(Path.Combine(made, "statements.json"))).ShouldBe("[]\n");
        (await File.ReadAllTextAsync(Path.Combine(made, "journal.csv"))).ShouldBe("date,account_id,entry,gl_account,debit,credit,hash\n");
        Directory.Exists(Path.Combine(made, "statements")).ShouldBeFalse();
    }

    [Fact]
    public async Task PostingFile_IsRefusedWhenEmpty_AndTakenWhenItHasAHeaderOnly()
    {
        using var folder = new CaseFolder().WithPurchase().With("postings-2026-08-17.csv").With("postings-2026-08-18.csv", Rows.PostingHeader);

        await folder.ReplayAsync(postgres, folder.Output);

        var report = await File.ReadAllTextAsync(Path.Combine(folder.Output, "a-case", "control-report.json"));
        report.ShouldContain($"\"reason\": \"postings-2026-08-17.csv: the file is empty; a header with {Rows.PostingHeader.Replace(",", ", ", StringComparison.Ordinal)} expected.\"");
        report.ShouldContain("\"file\": \"postings-2026-08-18.csv\",\n          \"rows\": 0,");
    }

    [Fact]
    public async Task CaseThatCannotBeReplayed_SaysWhy_AndTheOthersAreReplayed()
    {
        using var broken = new CaseFolder().With("tariff.json", "{}");
        using var sound = new CaseFolder().WithPurchase();
        var replayer = new Replayer(postgres.AdminConnectionString, new(null, UpdatesExpected: false, Workers: 1, Checkout.Tariffs));
        var results = new List<ReplayResult>();

        await foreach (var result in replayer.RunAsync([broken.Load(), sound.Load()], lanes: 2, default))
        {
            results.Add(result);
        }

        results.Select(result => result.Agrees).ShouldBe([false, true]);
        results[0].Differences.ShouldHaveSingleItem().ShouldStartWith($"{Path.Combine(broken.Folder, "tariff.json")}: $.");
    }

    private static IEnumerable<string> Each(int count, Func<int, string> row) => Enumerable.Range(0, count).Select(row);
}
