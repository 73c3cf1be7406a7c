using Cycle.Jobs.Nights;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The entrance and the first annual fee are posted once a card, whatever masters tell of its activation afterwards.</summary>
[Collection(PostgresCollection.Name)]
public sealed class CardFeeTests(PostgresFixture postgres)
{
    private static readonly string[] Once = ["annual:C1:2026-08-05|150000", "entrance:C1:2026-08-05|100000"];

    [Fact]
    public async Task FirstFees_ArePostedOnce_WhenTheActivationIsCorrected()
    {
        await using var bench = await CreateAsync();
        Activation(bench, "2026-08-05", "2026-08-05");
        Activation(bench, "2026-08-12", "2026-08-12");

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-13");

        (await FeesAsync(bench)).ShouldBe(Once);
        (await bench.QueryAsync("select activated_date, first_fees_on from cards where card_id = 'C1'")).ShouldBe(["2026-08-12|2026-08-05"]);
    }

    [Fact]
    public async Task FirstFees_ArePostedOnce_WhenTheActivationIsTakenBackAndToldAgain()
    {
        await using var bench = await CreateAsync();
        Activation(bench, "2026-08-05", "2026-08-05");
        Activation(bench, "2026-08-08", "");
        Activation(bench, "2026-08-12", "2026-08-12");

        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-13");

        (await FeesAsync(bench)).ShouldBe(Once);
    }

    [Fact]
    public async Task FirstFees_ArePostedOnce_WhenTheAccountWasSetAsideAndRunLater()
    {
        await using var bench = await CreateAsync();
        Activation(bench, "2026-08-05", "2026-08-05");
        await bench.RunAsync("2026-08-03");
        await bench.ExecuteAsync("update accounts set product = 'GONE'");
        (await bench.RunAsync("2026-08-06")).SetAside.ShouldBe(1);
        (await bench.QueryAsync("select card_id from cards where first_fees_on is not null")).ShouldBeEmpty();
        await bench.ExecuteAsync("update accounts set product = 'VISA_PLATINUM_PRECIOUS'");

        await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("A1", "tester", "product put right", default);
        Activation(bench, "2026-08-12", "2026-08-12");
        await bench.RunAsync("2026-08-13");

        (await FeesAsync(bench)).ShouldBe(Once);
    }

    [Fact]
    public async Task FirstFees_ArePostedOnce_WhenTheyWerePostedBeforeThatWasKept()
    {
        await using var bench = await CreateAsync();
        bench.With("cards-2026-08-04.csv", Rows.CardHeader, Card("C1", "2026-08-05"), Card("C2", "2025-08-05"));
        await bench.RunAsync("2026-08-03");
        await bench.RunAsync("2026-08-06");
        await bench.ExecuteAsync(
            """
            alter table cards drop column first_fees_on;
            delete from "__EFMigrationsHistory" where "MigrationId" = '0091_first_fees';
            """);

        await Schema.MigrateAsync(bench.Db, default);

        // The other card was activated before its account came here: what it paid was an anniversary's.
        (await bench.QueryAsync("select card_id, first_fees_on from cards order by 1")).ShouldBe(["C1|2026-08-05", "C2|"]);
        Activation(bench, "2026-08-12", "2026-08-12");
        await bench.RunAsync("2026-08-13");
        (await FeesAsync(bench)).ShouldBe(["annual:C1:2026-08-05|150000", "annual:C2:2026-08-05|150000", "entrance:C1:2026-08-05|100000"]);
    }

    private static string Card(string id, string activated) => Rows.Card(id, "A1", activated, approved: "2026-07-01", network: "visa");

    /// <summary>A master of a date that tells when the card was activated.</summary>
    private static void Activation(NightBench bench, string master, string activated) =>
        bench.With($"cards-{master}.csv", Rows.CardHeader, Card("C1", activated));

    private static Task<List<string>> FeesAsync(NightBench bench) => bench.QueryAsync(
        $"select posting_id, amount from postings where kind in ({(int)PostingKind.FeeEntrance}, {(int)PostingKind.FeeAnnual}) order by 1");

    /// <summary>A bench with one account and its card, not activated yet.</summary>
    private async Task<NightBench> CreateAsync() => (await NightBench.CreateAsync(postgres))
        .WithAccounts(Rows.Account("A1", product: "VISA_PLATINUM_PRECIOUS")).WithCards(Card("C1", ""));
}
