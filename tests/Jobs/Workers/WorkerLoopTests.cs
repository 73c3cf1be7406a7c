using Cycle.Jobs.Messages;
using Cycle.Jobs.Tests.Nights;
using Cycle.Jobs.Workers;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Workers;

/// <summary>A worker that meets what no retry mends: it never goes on with fewer lanes than it says it has.</summary>
[Collection(PostgresCollection.Name)]
public sealed class WorkerLoopTests(PostgresFixture postgres) : IAsyncLifetime, IDisposable
{
    private const string Before = "2026-08-17";
    private const string StatementDay = "2026-08-18";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly KeptWorkerLog _log = new();
    private NightBench _bench = null!;

    [Fact]
    public async Task Partition_FailsWithWordsAndItsLaneGoesOn_WhenItsStepIsNoneOfPartitions()
    {
        await RunNightAsync(StatementDay);
        await PlanAsync("step = 9");
        await _bench.ExecuteAsync("update run_partitions set step = 12 where step = 9");
        var worker = RunAsync(lanes: 1);
        await UntilAsync("select 1 from run_partitions where step = 12 and state = 'failed'", worker);

        // The only lane is still there for other work.
        await PlanAsync("step = 7");
        await UntilAsync("select 1 from run_partitions where step = 7 and state = 'completed'", worker);

        await StopAsync(worker);
        _log.Said.ShouldHaveSingleItem().ShouldBe(
            "InvalidOperationException: Run 1, report, partition 0: The step 'report' is not done in partitions. Found one of it in run_partitions, expected one of: " +
            "cancellations, card-fees, collection-fees, limits, notices, alerts, journal, close, render. " +
            "The night fails with it: remove the cause, then `cycle resume 1`. This worker goes on with other work.");
    }

    [Fact]
    public async Task Worker_EndsAtOnceAndGivesBackWhatItWasAt_WhenALaneMeetsWhatNoRetryMends()
    {
        await RunNightAsync(StatementDay);
        await PlanAsync("step = 7");
        await using var busy = await LockAsync("accounts");
        var worker = RunAsync(lanes: 2);
        await UntilAsync("select 1 from pg_locks where relation = 'accounts'::regclass and not granted", worker);

        // The free lane claims this one, and cannot read what it claimed.
        await _bench.ExecuteAsync(
            """
            alter table run_partitions alter first_account drop not null;
            update run_partitions set state = 'planned', first_account = null where step = 9;
            select pg_notify('cycle_partitions', '1')
            """);

        (await Should.ThrowAsync<WorkerEndedException>(worker.WaitAsync(Patience))).Message.ShouldBe(
            "The worker has ended. What was done stays done. Remove the cause, then start it again.");
        _log.Said.ShouldHaveSingleItem().ShouldBe(
            "InvalidCastException: This worker cannot go on: Column 'first_account' is null. " +
            "All its lanes stop, and the partitions they were at are free for others.");
        (await _bench.QueryAsync("select state, attempts from run_partitions where step = 7")).ShouldBe(["planned|0"]);
        (await _bench.QueryAsync("select 1 from run_workers where role = 'worker' and ended_at is null")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_AreQueuedForTheGatewayOfTheSettings_WhenAWorkerQueuesThem()
    {
        await RunNightAsync(Before);
        (await _bench.QueryAsync("select kind, gateway from messages")).ShouldBe(["SPEND_ALERT|file"]);
        await _bench.ExecuteAsync("delete from messages");
        var kannel = MessageSettings.Shipped with { Gateway = GatewayKind.Kannel };
        await PlanAsync("step = 7");

        var worker = new WorkerLoop(_bench.Db, _bench.Settings(1) with { Messages = kannel }, "worker", _log).RunAsync(_stop.Token);

        await UntilAsync("select 1 from run_partitions where step = 7 and state = 'completed'", worker);
        (await _bench.QueryAsync("select kind, gateway from messages")).ShouldBe(["SPEND_ALERT|kannel"]);
        await StopAsync(worker);
    }

    public async Task InitializeAsync() => _bench = await NightBench.CreateAsync(postgres);

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _bench.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunNightAsync(string date)
    {
        _bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1")).WithPostings(date, Rows.Purchase("P1", "C1", date, "1500.00"));
        await _bench.RunAsync(date);
    }

    /// <summary>The night as if somebody planned it who does no partition himself, with these to do.</summary>
    private Task<int> PlanAsync(string partitions) => _bench.ExecuteAsync(
        $"update runs set state = 'running'; update run_partitions set state = 'planned', attempts = 0 where {partitions}; select pg_notify('cycle_partitions', '1')");

    private Task RunAsync(int lanes) => new WorkerLoop(_bench.Db, _bench.Settings(lanes), "worker", _log).RunAsync(_stop.Token);

    private async Task StopAsync(Task worker)
    {
        await _stop.CancelAsync();
        await worker.WaitAsync(Patience);
    }

    private async Task UntilAsync(string sql, Task worker)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await _bench.QueryAsync(sql) is [])
        {
            worker.IsCompleted.ShouldBeFalse($"{worker.Exception?.InnerException}");
            limit.IsCancellationRequested.ShouldBeFalse($"waiting for: {sql}; said: {string.Join("; ", _log.Said)}; partitions: {string.Join(" ", await _bench.QueryAsync("select step, number, state, attempts, error from run_partitions order by 1"))}");
            await Task.Delay(20);
        }
    }

    private async Task<NpgsqlConnection> LockAsync(string table)
    {
        var connection = await _bench.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
