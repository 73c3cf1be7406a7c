using Cycle.Jobs.Nights;
using Cycle.Ledger.Postings;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>An account that is run later goes by what was in force on each night, not by what a master has told since.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RerunAfterMasterTests(PostgresFixture postgres)
{
    private const string First = "2026-08-13";

    /// <summary>The product is put back, and the statement day moved, by the master of 20 August.</summary>
    private const string Gone = "update accounts set product = 'GONE' where account_id = 'A1'";

    [Fact]
    public async Task Statement_IsMadeOnTheDayInForce_WhenAMasterMovedItToALaterOneSince()
    {
        await using var undisturbed = await CreateAsync(from: 18, to: 25);
        await undisturbed.RunAsync("2026-08-25");
        await using var bench = await CreateAsync(from: 18, to: 25);
        await bench.RunAsync("2026-08-17");
        await bench.ExecuteAsync(Gone);
        await bench.RunAsync("2026-08-22");
        (await WaitingAsync(bench)).ShouldBe(["2026-08-18|close"]);

        await RerunAsync(bench);
        await bench.RunAsync("2026-08-25");

        (await bench.QueryAsync("select statement_date, new_balance, minimum_payment, due_date from statements order by 1")).ShouldBe(
            ["2026-08-18|1000000|100000|2026-09-02", "2026-08-25|1003506|100000|2026-09-09"]);
        await CheckSameAsync(bench, undisturbed, "2026-08-25");
    }

    [Fact]
    public async Task Statement_IsNotMade_WhenAMasterMovedTheDaySinceToOneThatHadPassed()
    {
        await using var undisturbed = await CreateAsync(from: 25, to: 15, activated: "2024-08-14");
        await undisturbed.RunAsync("2026-08-21");
        await using var bench = await CreateAsync(from: 25, to: 15, activated: "2024-08-14");
        await bench.ExecuteAsync(Gone);
        await bench.RunAsync("2026-08-21");
        (await WaitingAsync(bench)).ShouldBe(["2026-08-14|card-fees"]);

        await RerunAsync(bench);

        (await bench.QueryAsync("select statement_date from statements")).ShouldBeEmpty();
        await CheckSameAsync(bench, undisturbed, "2026-08-21");
    }

    [Fact]
    public async Task AnnualFee_IsNotPosted_WhenAMasterToldTheActivationOnlySince()
    {
        await using var bench = await CreateAsync(from: 18, to: 18);
        bench.With("cards-2026-08-20.csv", Rows.CardHeader, Rows.Card("C2", "A1", activated: "2025-08-19", role: "supplementary"));
        await bench.RunAsync("2026-08-17");
        await bench.ExecuteAsync(Gone);
        await bench.RunAsync("2026-08-20");

        await RerunAsync(bench);

        (await bench.QueryAsync($"select posting_id from postings where kind = {(int)PostingKind.FeeAnnual}")).ShouldBeEmpty();
        (await bench.QueryAsync("select statement_date from statements")).ShouldBe(["2026-08-18"]);
    }

    private static Task<List<string>> WaitingAsync(NightBench bench) => bench.QueryAsync(
        "select r.business_date, s.name from set_aside_accounts w join runs r using (run_id) join run_steps s on (s.run_id, s.number) = (w.run_id, w.step)");

    private static async Task<IReadOnlyList<DateOnly>> RerunAsync(NightBench bench) =>
        (await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("A1", "tester", "product restored", default)).Dates;

    private static async Task CheckSameAsync(NightBench bench, NightBench undisturbed, string until)
    {
        const string What = "an account run after a master";
        SameContent.Check(await bench.OutputsAsync(First, until), await undisturbed.OutputsAsync(First, until), What);
        var (store, expected) = (await StoreText.OfBusinessAsync(bench.Db), await StoreText.OfBusinessAsync(undisturbed.Db));
        foreach (var table in (string[])["set_aside_accounts", "trail", "cycle_reviews"])
        {
            store.Remove(table);
            expected.Remove(table);
        }

        SameContent.Check(store, expected, What);
    }

    /// <summary>A bench after its first night, with a purchase to come and the master that moves the account's statement day.</summary>
    private async Task<NightBench> CreateAsync(int from, int to, string activated = "2024-04-10")
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1", statementDay: from), Rows.Account("A2"))
            .WithCards(Rows.Card("C1", "A1", activated), Rows.Card("C9", "A2"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "10000.00"))
            .With("accounts-2026-08-20.csv", Rows.AccountHeader, Rows.Account("A1", statementDay: to));
        await bench.RunAsync(First);
        return bench;
    }
}
