using Cycle.Jobs.Releases;
using Cycle.Jobs.Reviews;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>A statement that comes when its cycle was counted, or released, without it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LateStatementTests(PostgresFixture postgres)
{
    private static readonly DateOnly Cycle = new(2026, 8, 18);

    [Fact]
    public async Task Review_CountsTheAccountAndKeepsItsSample_WhenItIsRunAfterTheCycleWasCounted()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var reviews = new CycleReviews(bench.Db);
        await reviews.MakeAsync(Cycle, default);
        var before = (await reviews.FindAsync(Cycle, default))!;
        before.Count.ShouldBe(2);

        await bench.RerunAsync();

        (await reviews.FindAsync(Cycle, default)).ShouldBeNull();
        (await reviews.SampleAsync(Cycle, default)).ShouldBe(before.Sample);
        (await reviews.MissingAsync(20, default)).ShouldBe([Cycle]);
        await reviews.MakeAsync(Cycle, default);
        var after = (await reviews.FindAsync(Cycle, default))!;
        after.Count.ShouldBe(3);
        after.Sums["fees"].ShouldBeGreaterThan(before.Sums["fees"]);
        after.Products.Sum(product => product.Count).ShouldBe(3);
        after.Largest[0].Account.ShouldBe("A2");
        after.Sample.ShouldBe([.. before.Sample, "A2"]);
        (await reviews.MissingAsync(20, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Review_IsNotKept_WhenAStatementComesWhileItIsCounted()
    {
        await using var bench = await SetAsideBench.CreateAsync(postgres);
        var reviews = new CycleReviews(bench.Db);
        // The counting has begun, and sees the store as it is now, when it comes to the lock.
        await bench.ExecuteAsync(
            """
            create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
            create trigger wait before update on cycle_reviews for each statement execute function wait()
            """);
        await using var connection = await bench.Db.OpenConnectionAsync();
        await ExecuteAsync(connection, "select pg_advisory_lock(1)");
        var counting = reviews.MakeAsync(Cycle, default);
        while ((await bench.QueryAsync("select pid from pg_locks where locktype = 'advisory' and not granted")).Count == 0)
        {
            counting.IsCompleted.ShouldBeFalse("it waits at the lock");
            await Task.Delay(20);
        }

        await ExecuteAsync(connection, "update cycle_reviews set made_at = '-infinity'");
        await ExecuteAsync(connection, "select pg_advisory_unlock(1)");
        await counting;

        (await reviews.FindAsync(Cycle, default)).ShouldBeNull();
        await reviews.MakeAsync(Cycle, default);
        (await reviews.FindAsync(Cycle, default))!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Statement_WaitsForAnotherPerson_WhenItsCycleWasReleasedWithoutIt()
    {
        await using var bench = await ReleasedAsync("on");

        var outcome = await bench.RerunAsync();

        outcome.Held.ShouldBe([Cycle]);
        (await bench.QueryAsync("select statement_date, account_id, held_by, reason from held_statements"))
            .ShouldBe(["2026-08-18|A2|anan|run after its cycle was released: product put right"]);
        (await bench.QueryAsync("select person, action, subject from trail order by trail_id")).TakeLast(2)
            .ShouldBe(["anan|account.rerun|account A2", "anan|statement.hold|cycle 2026-08-18, account A2"]);
        (await new ReleaseReader(bench.Db).WithheldAsync(Cycle, default)).ShouldBe(1);
        (await NoticesAsync(bench)).ShouldBe(["A1|sent", "A2|queued", "A3|sent"]);

        var desk = Desk(bench);
        (await Should.ThrowAsync<RefusedException>(desk.LiftAsync(Cycle, "A2", "Anan", "mine", default))).Message.ShouldBe(
            "The statement of 2026-08-18 of account A2 is not held, or you ran its account after the release: then another person lets it go.");
        (await desk.LiftAsync(Cycle, "A2", "mali", "looked at it", default)).ShouldBe(1);
        (await NoticesAsync(bench)).ShouldBe(["A1|sent", "A2|sent", "A3|sent"]);
    }

    [Fact]
    public async Task Statement_GoesOutByItself_WhenFourEyesAreNotRequired()
    {
        await using var bench = await ReleasedAsync("off");

        (await bench.RerunAsync()).Held.ShouldBeEmpty();

        (await NoticesAsync(bench)).ShouldBe(["A1|sent", "A2|sent", "A3|sent"]);
    }

    /// <summary>The cycle is released, and its due notices are out, before the account is run.</summary>
    private async Task<NightBench> ReleasedAsync(string fourEyes)
    {
        var bench = await SetAsideBench.CreateAsync(postgres, "2026-09-05");
        await bench.ExecuteAsync($"insert into settings values ('release.four-eyes', '{fourEyes}')");
        var desk = Desk(bench);
        await desk.AskAsync(Cycle, "mali", "sums agree", default);
        await desk.ReleaseAsync(Cycle, "somsak", "looked at the sample", default);
        (await NoticesAsync(bench)).ShouldBe(["A1|sent", "A3|sent"]);
        return bench;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static ReleaseDesk Desk(NightBench bench) => new(bench.Db, new FileGateway(bench.Db, bench.Output));

    private static Task<List<string>> NoticesAsync(NightBench bench) =>
        bench.QueryAsync("select account_id, state from messages where kind = 'DUE_NOTICE' order by 1");
}
