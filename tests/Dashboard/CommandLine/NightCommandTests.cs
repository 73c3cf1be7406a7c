using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary><c>cycle run NIGHT</c> and the commands that only look.</summary>
[Collection(PostgresCollection.Name)]
public sealed class NightCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Night_EndsWithDoneThenRefused_AndTheLookingCommandsChangeNothing()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase();
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldStartWith("No night has been run yet. Begin with `cycle run NIGHT --date D`.\n");

        var done = (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        done.Output.ShouldContain("2026-08-18  close            1 statements made\n");
        done.Output.ShouldEndWith($"1 night complete. Results are in {bench.Var}/out\n");
        done.Errors.ShouldBe("");
        var store = await StoreText.AllAsync(bench.Db);
        var refused = (await bench.NightAsync("2026-08-18")).ShouldEnd(3);
        refused.Errors.ShouldStartWith("NIGHT of 2026-08-18 is already complete: it ended at ");
        refused.Output.ShouldBe("");
        await LookAsync(bench);
        (await StoreText.AllAsync(bench.Db)).ShouldBe(store);
    }

    [Fact]
    public async Task DryRun_PrintsTheTotalsAndLeavesTheStoreUnchanged_ThoughTheNightIsNotRun()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase(Rows.Purchase("P2", "C-NOBODY", "2026-08-18", "1.00"));
        var store = await StoreText.AllAsync(bench.Db);
        bench.Db.Clear();

        var result = (await bench.NightAsync("2026-08-18", "--dry-run")).ShouldEnd(4);

        result.Output.ShouldContain("\"newBalance\": \"1500.00\"");
        result.Output.ShouldEndWith("Nothing was written. 1 night would be run.\n");
        (await StoreText.AllAsync(bench.Db)).ShouldBe(store);
        Directory.Exists(Path.Combine(bench.Var, "out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Night_EndsWithDoneWithRejects_WhenARowWasRejectedAndAFileRefused()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase(Rows.Purchase("P2", "4111111111111111", "2026-08-18", "1.00")).With("postings-2026-08-18-2.csv", "4111111111111111");

        var result = (await bench.NightAsync("2026-08-18")).ShouldEnd(4);

        result.Output.ShouldEndWith("To look at: 1 rows rejected, 1 files refused, 0 accounts set aside (see the control reports, and `cycle export`).\n");
        result.Everything.ShouldNotContain("4111111111111111");
    }

    [Fact]
    public async Task Night_EndsWithFailedAndTheReason_WhenTheProofDoesNotHold()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        await bench.ExecuteAsync("update account_states set balance = balance + 1");
        const string words =
            "The proof of 2026-08-19 fails: the journal's receivables are 1500.00, the account balances 1500.01. Run `cycle verify`.";

        (await bench.NightAsync("2026-08-19")).ShouldEnd(1).Errors.ShouldBe(words + "\n");

        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain($" s  {words}");
        (await bench.RunAsync("verify")).ShouldEnd(1).Output.ShouldBe(
            """
            1 journal entries and 1 PDFs checked
              proof: the journal's receivables 1500.00 are not the account balances 1500.01
            1 findings.

            """);
    }

    [Fact]
    public async Task Night_EndsWithFailedAndEveryProblem_WhenTheTariffIsWrong()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        var tariff = Path.Combine(bench.Root, "wrong.json");
        await File.WriteAllTextAsync(tariff, (await File.ReadAllTextAsync(Path.Combine(Checkout.Tariffs, "gsb-2026.json")))
            .Replace("\"16.00\"", "\"99.00\"", StringComparison.Ordinal).Replace("\"dueNoticeDays\"", "\"dueNoticeDay\"", StringComparison.Ordinal));

        var run = (await bench.NightAsync("2026-08-18", "--tariff", tariff)).ShouldEnd(1);
        var check = (await bench.RunAsync("tariff", "check", tariff)).ShouldEnd(1);

        run.Errors.ShouldBe(check.Errors);
        var problems = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        problems.Length.ShouldBeGreaterThanOrEqualTo(3);
        problems.ShouldAllBe(problem => problem.StartsWith($"{tariff}: $.", StringComparison.Ordinal) && problem.Contains(": found ", StringComparison.Ordinal));
        (await bench.ScalarAsync("select count(*) from runs")).ShouldBe(0L);
    }

    private static async Task LookAsync(CycleBench bench)
    {
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("NIGHT 2026-08-18  completed ");
        (await bench.RunAsync("verify")).ShouldEnd(0).Output.ShouldBe("1 journal entries and 1 PDFs checked\nEverything is as it was written.\n");
        (await bench.RunAsync("verify", "--out", "elsewhere")).ShouldEnd(1).Output.ShouldEndWith(
            $"1 findings. There are no statements at all below {bench.Root}/elsewhere: --out DIR names the folder that this database's nights wrote to.\n");
        (await bench.RunAsync("explain", "A1", "2026-08-18")).ShouldEnd(0).Output.ShouldContain("newBalance: 1500.00  = ");
        (await bench.RunAsync("explain", "A1", "2026-09-18")).ShouldSayOnly(
            3, "Account A1 has no statement of 2026-09-18. Check the account and the date.");
        (await bench.RunAsync("tariff", "check", "gsb-2026")).ShouldEnd(0).Output.ShouldContain("tariff gsb-2026 is valid, SHA-256 ");
        var export = (await bench.RunAsync("export", "--date", "2026-08-18", "--out", "export")).ShouldEnd(0);
        export.Output.ShouldBe(
            $"The outputs of 2026-08-18 are in {bench.Root}/export, 1 PDFs among them\n" +
            $"The delivery pack is {bench.Root}/export/delivery-2026-08-18.zip: 1 statements, new balance 1500.00, minimum 1000.00, 1 pages\n");
        File.ReadAllText(Path.Combine(bench.Root, "export", "balances.csv")).ShouldContain("A1,1500.00,1500.00,0.00,0.00,100000.00,98500.00");
        (await bench.RunAsync("export", "--date", "2026-08-17", "--out", "export")).ShouldSayOnly(
            2, "--date: the night of 2026-08-17 is not complete. See `cycle status`.");
        (await bench.RunAsync("replay", Path.Combine(Checkout.Fixtures, "foreign-cash"))).ShouldEnd(0);
    }
}
