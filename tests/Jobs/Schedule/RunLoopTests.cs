using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Schedule;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Schedule;

/// <summary>What a host does with planned nights: one by one in order, on from where a dead one left off, and nothing a person must decide.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RunLoopTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly List<string> _said = [];
    private NightBench _bench = null!;

    [Fact]
    public async Task PlannedNights_AreRunInOrder_EachWithTheInboxAsItIsThen()
    {
        await PlanAsync("2026-08-17", "2026-08-19");
        _bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"));
        var loop = Loop(() =>
        {
            // A file that comes after the first night has begun is there for the second.
            if (_asked++ == 1)
            {
                _bench.WithPostings("2026-08-18", Rows.Purchase("P1", "C1", "2026-08-18", "100.00"));
            }

            return _bench.Settings();
        });

        (await loop.WorkOnceAsync(default)).ShouldBeTrue();
        (await StatesAsync()).ShouldBe(["2026-08-17|completed", "2026-08-18|planned", "2026-08-19|planned"]);
        (await loop.WorkOnceAsync(default)).ShouldBeTrue();
        (await _bench.QueryAsync("select posting_id from postings")).ShouldBe(["P1"]);
        (await loop.WorkOnceAsync(default)).ShouldBeTrue();
        (await loop.WorkOnceAsync(default)).ShouldBeFalse();
        (await StatesAsync()).ShouldBe(["2026-08-17|completed", "2026-08-18|completed", "2026-08-19|completed"]);
    }

    [Fact]
    public async Task LaterNight_WaitsAndNothingIsTriedAgain_WhenANightFailedForAPersonToMend()
    {
        await PlanAsync("2026-08-17", "2026-08-18");

        (await Loop(progress: Failing(() => throw new InvalidOperationException("the books do not balance"))).WorkOnceAsync(default)).ShouldBeFalse();
        (await Loop().WorkOnceAsync(default)).ShouldBeFalse();

        (await StatesAsync("error, attempts")).ShouldBe(["2026-08-17|failed|the books do not balance|1", "2026-08-18|planned||0"]);
        _said.ShouldHaveSingleItem().ShouldStartWith("NIGHT of 2026-08-17 failed: the books do not balance Correct the cause, then `cycle resume ");
    }

    [Fact]
    public async Task Night_GoesOnByItselfAfterAWait_WhenItsFaultPasses()
    {
        await PlanAsync("2026-08-17", "2026-08-17");

        (await Loop(progress: Failing(() => throw new NpgsqlException("the connection was lost"))).WorkOnceAsync(default)).ShouldBeFalse();
        (await StatesAsync("error, attempts")).ShouldBe(["2026-08-17|planned|will be tried again by itself: the connection was lost|1"]);
        (await Loop().WorkOnceAsync(default)).ShouldBeFalse("it waits first");

        await _bench.ExecuteAsync("update runs set ended_at = ended_at - interval '6 seconds'");
        (await Loop().WorkOnceAsync(default)).ShouldBeTrue();
        (await StatesAsync("error, attempts")).ShouldBe(["2026-08-17|completed||2"]);
    }

    [Fact]
    public async Task Night_StaysFailed_WhenItsFaultPassedTooOften()
    {
        await PlanAsync("2026-08-17", "2026-08-17");
        await _bench.ExecuteAsync($"update runs set attempts = {NextMoves.MostAttempts - 1}");

        await Loop(progress: Failing(() => throw new NpgsqlException("the connection was lost"))).WorkOnceAsync(default);

        (await StatesAsync("attempts")).ShouldBe([$"2026-08-17|failed|{NextMoves.MostAttempts}"]);
    }

    [Theory]
    [InlineData("running", "completed")]
    [InlineData("stopping", "stopped")]
    public async Task NightOfADeadProcess_GoesOn_UnlessAPersonHadAskedItToStop(string state, string becomes)
    {
        await PlanAsync("2026-08-17", "2026-08-17");
        await _bench.ExecuteAsync(
            $"update runs set state = '{state}', owner = '{WorkerName.Machine}/99999999/20260101T000000', heartbeat_at = now(), attempts = 1");

        await Loop().WorkOnceAsync(default);

        (await StatesAsync()).ShouldBe([$"2026-08-17|{becomes}"]);
    }

    [Fact]
    public async Task Night_IsPlannedAgain_WhenItsHostIsStopped()
    {
        await PlanAsync("2026-08-17", "2026-08-17");
        using var host = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(Loop(progress: Failing(host.Cancel)).WorkOnceAsync(host.Token));
        (await StatesAsync("error, attempts")).ShouldBe(["2026-08-17|planned|its host was stopped; goes on by itself when a host is there|1"]);

        (await Loop().WorkOnceAsync(default)).ShouldBeTrue();
        (await StatesAsync("error, attempts")).ShouldBe(["2026-08-17|completed||2"]);
    }

    [Fact]
    public async Task Night_StaysStopped_WhenAPersonStoppedItAndItsHostWasStoppedBeforeItHeard()
    {
        await PlanAsync("2026-08-17", "2026-08-17");
        using var host = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(Loop(progress: Failing(() =>
        {
            Task.Run(() => new RunStop(_bench.Db).RequestAsync(1, default)).GetAwaiter().GetResult().ShouldBe("stopping");
            host.Cancel();
        })).WorkOnceAsync(host.Token));

        (await StatesAsync("error")).ShouldBe(["2026-08-17|stopped|stopped on request"]);
    }

    [Theory]
    [InlineData(true, "2026-08-17|planned|will be tried again by itself: the connection was lost")]
    [InlineData(false, "2026-08-17|failed|the connection was lost")]
    public async Task NightWhosePartitionFailedElsewhere_GoesOnByItself_OnlyIfThatFaultPasses(bool passes, string becomes)
    {
        await PlanAsync("2026-08-17", "2026-08-17");
        _bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1")).WithPostings("2026-08-17", Rows.Purchase("P1", "C1", "2026-08-17", "100.00"));
        var progress = ToldProgress.AtWords("2026-08-17 journal", () => Task.Run(() => _bench.ExecuteAsync(
            $"update run_partitions set state = 'failed', worker = 'elsewhere/1/1', error = 'the connection was lost', error_passes = {passes} where state = 'planned'"))
            .GetAwaiter().GetResult().ShouldBe(1));

        await Loop(progress: progress).WorkOnceAsync(default);

        (await StatesAsync("error")).ShouldBe([becomes]);
    }

    [Fact]
    public async Task Loop_RunsWhatIsPlannedWhileItListens_AndEndsWhenItIsTold()
    {
        using var host = new CancellationTokenSource();
        var isReady = new TaskCompletionSource();
        var loop = Task.Run(() => Loop().RunAsync(
            _ =>
            {
                isReady.TrySetResult();
                return Task.CompletedTask;
            },
            host.Token));
        await isReady.Task;

        await PlanAsync("2026-08-17", "2026-08-18");
        while ((await StatesAsync()).Count(row => row.EndsWith("completed", StringComparison.Ordinal)) < 2)
        {
            loop.IsCompleted.ShouldBeFalse();
            await Task.Delay(100);
        }

        await host.CancelAsync();
        await loop;
        _said.Count.ShouldBe(2);
    }

    public async Task InitializeAsync() => _bench = await NightBench.CreateAsync(postgres);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    private int _asked;

    private static ToldProgress Failing(Action act) => ToldProgress.AtCall(2, act);

    private RunLoop Loop(Func<NightSettings>? settings = null, INightProgress? progress = null) =>
        new(_bench.Db, settings ?? (() => _bench.Settings()), progress ?? SilentProgress.Instance, _said.Add);

    private async Task PlanAsync(string from, string to)
    {
        var schedule = Schedules.Nightly with { FirstBusinessDate = Schedules.Date(from), At = new(1, 30) };
        await new Planner(_bench.Db, new([schedule])).PlanAsync("NIGHT", schedule.Firings().For(Schedules.Date(to)), default);
    }

    private Task<List<string>> StatesAsync(string? more = null) =>
        _bench.QueryAsync($"select business_date, state{(more is null ? "" : ", " + more)} from runs order by business_date");
}
