using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The nightly proof: the journal and the accounts, each from rows of its own, say the same.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ProofTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(
        "update account_states set balance = balance {0} 1 where account_id = 'A1'",
        "The proof of 2026-08-20 fails: the journal's receivables are 1250.00, the account balances 1250.01. Run `cycle verify`.")]
    [InlineData(
        "update postings set amount = amount {0} 1 where posting_id = 'P2'",
        "The proof of 2026-08-20 fails: the journal's receivables are 1250.00, the account balances 1250.01. Run `cycle verify`.")]
    [InlineData(
        "update trial_balances set credit = credit {0} 1 where business_date = '2026-08-19' and gl_account = 'SETTLEMENT'",
        "The trial balance of 2026-08-20 does not balance: debits 2250.00, credits 2250.01. Run `cycle verify`.")]
    public async Task Night_FailsAndSaysWhatDisagrees_WhenARowWasChangedByHand(string change, string words)
    {
        await using var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "1000.00"))
            .WithPostings("2026-08-19", Rows.Purchase("P2", "C1", "2026-08-19", "750.00"), Rows.Payment("P3", "C1", "2026-08-19", "500.00"));
        await bench.RunAsync("2026-08-18");
        await bench.RunAsync("2026-08-19");
        (await bench.ExecuteAsync(string.Format(change, "+"))).ShouldBe(1);

        (await Should.ThrowAsync<InvalidOperationException>(bench.RunAsync("2026-08-20"))).Message.ShouldBe(words);

        (await bench.QueryAsync("select state, error from runs where business_date = '2026-08-20'")).ShouldBe([$"failed|{words}"]);
        (await bench.QueryAsync("select business_date from control_reports where business_date = '2026-08-20'")).ShouldBeEmpty();
        File.Exists(Path.Combine(bench.Output, "reports", "control-2026-08-20.json")).ShouldBeFalse();

        await bench.ExecuteAsync(string.Format(change, "-"));
        await bench.RunAsync("2026-08-20");
        (await bench.QueryAsync("select report #>> '{journal,balances}' from control_reports where business_date = '2026-08-20'")).ShouldBe(["1250.00"]);
    }
}
