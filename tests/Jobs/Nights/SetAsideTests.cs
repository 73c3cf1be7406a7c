using System.Text.Json.Nodes;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>An account whose computing fails stops alone.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SetAsideTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Account_IsSetAsideWithItsError_WhenItsProductIsNoLongerInTheTariff()
    {
        await using var bench = await CreateAsync();
        await bench.ExecuteAsync("update accounts set product = 'GONE' where account_id = 'A2'");

        var outcome = await bench.RunAsync("2026-08-18");

        outcome.SetAside.ShouldBe(1);
        outcome.IsClean.ShouldBeFalse();
        (await bench.QueryAsync("select account_id, s.name, error from set_aside_accounts a join run_steps s on (s.run_id, s.number) = (a.run_id, a.step)"))
            .ShouldBe(["A2|close|Tariff gsb-2026 defines no product 'GONE'."]);
        (await bench.QueryAsync("select account_id, new_balance from statements order by 1")).ShouldBe(["A1|100000", "A3|100000"]);
        (await bench.QueryAsync("select report ->> 'setAsideAccounts' from control_reports where business_date = '2026-08-18'")).ShouldBe(["""["A2"]"""]);
        Directory.GetFiles(Path.Combine(bench.Output, "statements")).Select(Path.GetFileName).Order()
            .ShouldBe(["A1-2026-08-18.pdf", "A3-2026-08-18.pdf"]);
    }

    [Fact]
    public async Task Account_IsLeftAloneByLaterSteps_OnceItWasSetAside()
    {
        await using var bench = await CreateAsync();
        // What a reversal takes back is gone: no position can be computed. An account without movement for long is looked at for cancellation too.
        await bench.ExecuteAsync(
            $"""
            update postings set kind = {(int)PostingKind.Reversal}, original_posting_id = 'LOST' where posting_id = 'P2';
            update accounts set last_movement_date = '2025-12-01' where account_id = 'A2';
            """);

        (await bench.RunAsync("2026-08-18")).SetAside.ShouldBe(1);

        (await bench.QueryAsync("select account_id, s.name from set_aside_accounts a join run_steps s on (s.run_id, s.number) = (a.run_id, a.step) order by a.step"))
            .ShouldBe(["A2|cancellations"]);
        (await bench.QueryAsync("select account_id from statements order by 1")).ShouldBe(["A1", "A3"]);
    }

    [Fact]
    public async Task Account_StandsAsIfNothingHadFailed_WhenItIsRunAfterTheCauseIsGone()
    {
        await using var undisturbed = await CreateAsync();
        await RunThreeNightsAsync(undisturbed, "true");
        await using var bench = await CreateAsync();
        await RunThreeNightsAsync(bench, "update account_terms set statement_day = 0 where account_id = 'A2'");
        (await bench.QueryAsync("select account_id from statements order by 1")).ShouldBe(["A1", "A3"]);
        await bench.ExecuteAsync("update account_terms set statement_day = 18 where account_id = 'A2'");

        var outcome = await Rerun(bench).RunAsync("A2", "tester", "day put right", default);

        outcome.Held.ShouldBeEmpty();
        outcome.Dates.ShouldBe([new(2026, 8, 18), new(2026, 8, 19), new(2026, 8, 20)]);
        SameContent.Check(
            await bench.OutputsAsync("2026-08-17", "2026-08-20"), await undisturbed.OutputsAsync("2026-08-17", "2026-08-20"), "an account run later");
        var (store, expected) = (await StoreText.OfBusinessAsync(bench.Db), await StoreText.OfBusinessAsync(undisturbed.Db));
        store.Remove("set_aside_accounts", out var resolved).ShouldBeTrue();
        resolved!.ShouldContain("day put right");
        store.Remove("trail", out var trail).ShouldBeTrue();
        trail.ShouldBe("(tester,account.rerun,\"account A2\",\"day put right\")");
        store.Remove("cycle_reviews", out var toBeCounted).ShouldBeTrue();
        toBeCounted.ShouldBe("(2026-08-18,{})");
        Array.ForEach(["set_aside_accounts", "trail", "cycle_reviews"], table => expected.Remove(table));
        SameContent.Check(store, expected, "an account run later");
        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
        (await bench.RunAsync("2026-08-21")).SetAside.ShouldBe(0);
    }

    [Fact]
    public async Task Verification_FindsNothing_WhileAnAccountWaitsAndTheNextNightIsOpen()
    {
        await using var bench = await CreateAsync();
        await RunThreeNightsAsync(bench, "update account_terms set statement_day = 0 where account_id = 'A2'");
        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
        bench.WithPostings("2026-08-21", Rows.Purchase("P9", "C2", "2026-08-21", "80.00"), Rows.Purchase("P10", "C1", "2026-08-21", "7.00"));
        var progress = ToldProgress.AtWords("2026-08-21 journal", () => throw new InvalidOperationException("simulated fault"));
        await Should.ThrowAsync<InvalidOperationException>(bench.RunAsync("2026-08-21", progress));

        (await bench.QueryAsync("select posting_id from postings where taken_on = '2026-08-21' order by 1")).ShouldBe(["P10", "P9"]);
        (await new Verification(bench.Db, bench.Output).RunAsync(default)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Account_KeepsWaitingWithItsNewError_WhenItFailsAgain()
    {
        await using var bench = await CreateAsync();
        await bench.ExecuteAsync("update account_terms set statement_day = 0 where account_id = 'A2'");
        await bench.RunAsync("2026-08-18");
        await bench.ExecuteAsync("update account_terms set statement_day = 18; update accounts set product = 'GONE' where account_id = 'A2'");
        var before = await StoreText.OfBusinessAsync(bench.Db);

        var failed = await Should.ThrowAsync<AccountFailedException>(Rerun(bench).RunAsync("A2", "tester", "nothing", default));

        failed.Message.ShouldBe(
            "Account A2 failed again in the step close of 2026-08-18: Tariff gsb-2026 defines no product 'GONE'. " +
            "Nothing was changed. Remove the cause, then run it again.");
        var after = await StoreText.OfBusinessAsync(bench.Db);
        before.Remove("set_aside_accounts");
        after.Remove("set_aside_accounts", out var waiting).ShouldBeTrue();
        waiting!.ShouldContain("no product 'GONE'");
        SameContent.Check(after, before, "an account that failed again");
    }

    [Fact]
    public async Task Rerun_IsRefused_WhenTheAccountDoesNotWait()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-18");

        (await Should.ThrowAsync<RefusedException>(Rerun(bench).RunAsync("A2", "tester", "nothing", default))).Message
            .ShouldBe("Account A2 was not set aside, or was run since: there is nothing to run. See `cycle status`.");
    }

    [Fact]
    public async Task Account_IsRunByACorrectedTariff_WhichIsKeptSoThatItsStatementCanBeExplainedAndDrawnAgain()
    {
        await using var bench = await CreateAsync();
        await bench.ExecuteAsync("update accounts set product = 'NEW' where account_id = 'A2'");
        await bench.RunAsync("2026-08-18");
        var corrected = WithProduct(bench.TariffText.Json, "NEW");

        await new AccountRerun(bench.Db, bench.Settings(), corrected).RunAsync("A2", "tester", "product added", default);

        (await bench.QueryAsync("select account_id, t.content like '%\"NEW\"%', first_used from statements s join tariffs t on t.sha256 = s.tariff_sha256 order by 1"))
            .ShouldBe(["A1|false|2026-08-17", "A2|true|2026-08-18", "A3|false|2026-08-17"]);
        (await new Explainer(bench.Db).ExplainAsync("A2", new(2026, 8, 18), default)).Recomputed.ShouldBeEmpty();
        (await new Verification(bench.Db, bench.Output).RunAsync(default, redraws: true)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task StatementThatStands_IsDrawnByTheTariffItNames_WhenItsAccountIsRunByAnother()
    {
        await using var bench = await CreateAsync();
        await bench.RunAsync("2026-08-18");
        await bench.ExecuteAsync(
            """
            delete from rendered_statements where account_id = 'A2';
            insert into set_aside_accounts (run_id, step, account_id, error, set_aside_at)
            select run_id, number, 'A2', 'not drawn', now() from runs join run_steps using (run_id) where business_date = '2026-08-18' and name = 'render'
            """);

        await new AccountRerun(bench.Db, bench.Settings(), WithLowerMinimum(bench.TariffText.Json)).RunAsync("A2", "tester", "corrected tariff", default);

        (await bench.QueryAsync("select account_id from rendered_statements order by 1")).ShouldBe(["A1", "A2", "A3"]);
        (await new Verification(bench.Db, bench.Output).RunAsync(default, redraws: true)).Findings.ShouldBeEmpty();
    }

    private static TariffText WithLowerMinimum(string json)
    {
        var tariff = JsonNode.Parse(json)!;
        tariff["minimumShare"]!["values"]![0]!["value"] = "5.00";
        tariff["minimumFloor"]!["values"]![0]!["value"] = "100.00";
        return TariffText.Read(tariff.ToJsonString());
    }

    private static TariffText WithProduct(string json, string product)
    {
        var tariff = JsonNode.Parse(json)!;
        tariff["products"]![product] = tariff["products"]!["MC_PLATINUM"]!.DeepClone();
        return TariffText.Read(tariff.ToJsonString());
    }

    private static AccountRerun Rerun(NightBench bench) => new(bench.Db, bench.Settings(), tariff: null);

    /// <summary>The statement day and two nights after it, with more postings of the account on each.</summary>
    private static async Task RunThreeNightsAsync(NightBench bench, string disturbance)
    {
        if (disturbance != "true")
        {
            await bench.ExecuteAsync(disturbance);
        }

        bench.WithPostings("2026-08-18", Rows.Purchase("P4", "C2", "2026-08-18", "7000.00"))
            .WithPostings("2026-08-19", Rows.Purchase("P5", "C2", "2026-08-18", "90.00"), Rows.Payment("P6", "C2", "2026-08-19", "500.00"))
            .WithPostings("2026-08-20", Rows.Purchase("P7", "C2", "2026-08-20", "6000.00"), Rows.Purchase("P8", "C1", "2026-08-20", "5.00"));
        await bench.RunAsync("2026-08-20");
    }

    private async Task<NightBench> CreateAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2"), Rows.Account("A3"))
            .WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"), Rows.Card("C3", "A3"))
            .WithPostings(
                "2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1000.00"), Rows.Cash("P2", "C2", "2026-08-17", "1000.00"),
                Rows.Purchase("P3", "C3", "2026-08-17", "1000.00"));
        await bench.RunAsync("2026-08-17");
        return bench;
    }
}
