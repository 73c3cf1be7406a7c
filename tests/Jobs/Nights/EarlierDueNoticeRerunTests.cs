using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The due notice of a statement before the last one is sent on its day and once, whatever the nights before it went through.</summary>
[Collection(PostgresCollection.Name)]
public sealed class EarlierDueNoticeRerunTests(PostgresFixture postgres)
{
    [Fact]
    public async Task DueNotices_AreTheSameAndNoneTwice_WhenTheStepIsStoppedAndWhenItIsDoneOnceMore()
    {
        await using var bench = await MovedStatementDay.CreateAsync(postgres, "A1");
        using var stop = new CancellationTokenSource();
        var progress = ToldProgress.AtWords("2026-08-30 notices", stop.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync("2026-08-30", progress, workers: 1, stop.Token));
        await bench.RunAsync("2026-08-30");
        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(MovedStatementDay.Notices.Take(1));
        await bench.ExecuteAsync(
            """
            update runs set state = 'stopped' where business_date = '2026-08-30';
            update run_partitions set state = 'planned' where run_id = (select max(run_id) from runs);
            update run_steps set state = 'running' where name = 'notices' and run_id = (select max(run_id) from runs);
            """);

        await bench.RunAsync("2026-08-30");

        (await bench.QueryAsync(
            """
            select p.state, p.attempts, p.made from run_partitions p join run_steps s on (s.run_id, s.number) = (p.run_id, p.step)
            where s.name = 'notices' and p.run_id = (select max(run_id) from runs)
            """)).ShouldBe(["completed|2|0"]);
        await bench.RunAsync("2026-09-09");
        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(MovedStatementDay.Notices);
    }

    [Fact]
    public async Task DueNotice_IsSentOnItsDay_WhenTheAccountIsRunAfterItWasSetAsideAtTheCutBefore()
    {
        await using var bench = await MovedStatementDay.CreateAsync(postgres, "A1");
        await bench.RunAsync("2026-08-24");
        await bench.ExecuteAsync("update accounts set product = 'GONE'");
        await bench.RunAsync("2026-08-31");
        (await MovedStatementDay.NoticesAsync(bench)).ShouldBeEmpty();
        await bench.ExecuteAsync("update accounts set product = 'MC_PLATINUM'");

        await new AccountRerun(bench.Db, bench.Settings(), tariff: null).RunAsync("A1", "tester", "product put right", default);

        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(MovedStatementDay.Notices.Take(1));
    }

    [Fact]
    public async Task DueNotice_IsSent_WhenTheStoreWasCutBeforeOlderDueDatesWereKept()
    {
        await using var bench = await MovedStatementDay.CreateAsync(postgres, "A1");
        await bench.RunAsync("2026-08-28");
        await bench.ExecuteAsync(
            """
            alter table accounts drop column older_nominal_due_dates;
            delete from "__EFMigrationsHistory" where "MigrationId" = '0080_earlier_due_notices';
            """);

        await Schema.MigrateAsync(bench.Db, default);

        (await bench.QueryAsync("select older_nominal_due_dates from accounts")).ShouldBe(["""["2026-09-02"]"""]);
        await bench.RunAsync("2026-09-09");
        (await MovedStatementDay.NoticesAsync(bench)).ShouldBe(MovedStatementDay.Notices);
    }
}
