using Cycle.Jobs.Audit;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Schedule;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>A card number that a person types as a reason stands nowhere afterwards.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PlantedReasonTests(PostgresFixture postgres)
{
    private readonly PlantedNumbers _numbers = new();

    [Fact]
    public async Task PlantedNumbers_AreFoundInNoTable_WhenTheyWereTypedAsReasons()
    {
        await using var bench = await NightWithASetAsideAccountAsync();
        var desk = new ReleaseDesk(bench.Db, new FileGateway(bench.Db, bench.Output));

        await desk.HoldAsync(new(2026, 8, 18), "A1", "tester", Reason("hold"), default);
        await new SchedulePause(bench.Db).PauseAsync("NIGHT", "tester", Reason("pause"), default);
        await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("A2", "tester", Reason("rerun"), default);
        await bench.ExecuteAsync("update messages set state = 'dead'");
        await new MessageDesk(bench.Db).ResendAllDeadAsync(Reason("resend"), "tester", DateTimeOffset.UnixEpoch, default);
        await Trail.AddAsync(bench.Db, "tester", "trail.download", Reason("subject"), Reason("trail"), default);

        var tables = await StoreText.AllAsync(bench.Db);
        tables.SelectMany(table => _numbers.FoundIn(table.Value).Select(place => $"{place} in table {table.Key}")).ShouldBeEmpty();
        foreach (var table in (string[])["held_statements", "settings", "set_aside_accounts", "message_events", "trail"])
        {
            tables[table].ShouldContain("holder called about XXXX XXXX XXXX ", Case.Sensitive, table);
        }
    }

    [Fact]
    public async Task Subject_KeepsALongNumber_WhenItIsNoCards()
    {
        await using var bench = await NightBench.CreateAsync(postgres);

        await Trail.AddAsync(bench.Db, "tester", "account.rerun", "account 1234567890123", "", default);

        (await bench.QueryAsync("select subject from trail")).ShouldBe(["account 1234567890123"]);
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    public void Reason_IsCut_WhereItIsLongerThanIsKept(int length, int kept) => GivenReason.Kept(new string('x', length)).Length.ShouldBe(kept);

    [Fact]
    public void Reason_IsCutBetweenSigns_AndAfterItsNumbersAreMasked()
    {
        GivenReason.Kept(new string('x', 499) + "\U0001F4B3").ShouldBe(new string('x', 499));
        GivenReason.Kept($" {new string('x', 490)} 4539148803436467 ").ShouldBe($"{new string('x', 490)} XXXXXXXXX");
    }

    /// <summary>With the form in spaces first, and nothing between two numbers that could be taken for a part of one.</summary>
    private string Reason(string place) => $"holder called about {string.Join(", ", PlantedNumbers.Forms
        .OrderByDescending(form => form == "spaces").Select(form => _numbers.In(place, form)))}";

    private async Task<NightBench> NightWithASetAsideAccountAsync()
    {
        var bench = await NightBench.CreateAsync(postgres);
        bench.WithAccounts(Rows.Account("A1"), Rows.Account("A2")).WithCards(Rows.Card("C1", "A1"), Rows.Card("C2", "A2"))
            .WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "1000.00"), Rows.Purchase("P2", "C2", "2026-08-17", "1000.00"));
        await bench.RunAsync("2026-08-17");
        await bench.ExecuteAsync("update accounts set product = 'GONE' where account_id = 'A2'");
        (await bench.RunAsync("2026-08-18")).SetAside.ShouldBe(1);
        await bench.ExecuteAsync("update accounts set product = (select product from accounts where account_id = 'A1') where account_id = 'A2'");
        return bench;
    }
}
