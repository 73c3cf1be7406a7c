using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>One worker has a night; whoever lost it writes nothing.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TwoWorkersTests(BusyNight night) : IClassFixture<BusyNight>
{
    private const string Gone = "99999999/20260101T000000";

    [Fact]
    public async Task OneStartWins_AndTheOthersHearWhoHasIt_WhenTheyStartAtTheSameInstant()
    {
        var bench = await night.OpenAsync();
        using var start = new Barrier(3);
        using var refusals = new CountdownEvent(2);
        Task<Exception?> Start() => Task.Run(() =>
        {
            // The winner waits in its first step until the others have been answered, so none can come too late to be refused.
            var progress = ToldProgress.AtCall(1, () => refusals.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue("two of three starts are refused"));
            start.SignalAndWait();
            return Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date, progress)).ContinueWith(
                run =>
                {
                    _ = run.Result is null || refusals.Signal();
                    return run.Result;
                },
                TaskScheduler.Default);
        });

        var ended = await Task.WhenAll(Start(), Start(), Start());

        ended.Count(fault => fault is null).ShouldBe(1);
        ended.OfType<RefusedException>().Select(refused => refused.Message).ShouldBe(Enumerable.Repeat(
            $"NIGHT of {BusyNight.Date} is being worked on by {WorkerName.OfThisProcess}. Wait for it, or see `cycle status`.", 2));
        await night.CheckAsync(bench, "three starts at the same instant");
    }

    [Fact]
    public async Task Partition_CannotCommitAndIsDoneOnceMore_WhenAnotherWorkerHeldItMeanwhile()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> run;
        await using (await LockAsync(bench, "account_states"))
        {
            run = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await WaitingAsync(bench, "account_states", 1, run);
            (await bench.ExecuteAsync("update run_partitions set fencing_token = fencing_token + 1, state = 'planned' where state = 'running'")).ShouldBe(1);
        }

        (await run).ShouldBeNull();
        (await bench.QueryAsync("select attempts from run_partitions where step = 9 and attempts > 1")).ShouldBe(["2"]);
        await night.CheckAsync(bench, "a partition whose token was raised");
    }

    [Fact]
    public async Task Night_WritesNothingMore_WhenAnotherProcessTookItOver()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> run;
        await using (await LockAsync(bench, "account_states"))
        {
            run = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await WaitingAsync(bench, "account_states", 1, run);
            await bench.ExecuteAsync(
                """
                update runs set fencing_token = fencing_token + 1 where state = 'running';
                update run_partitions set fencing_token = fencing_token + 1, state = 'planned' where state = 'running';
                """);
        }

        (await run).ShouldBeOfType<LeaseLostException>().Message.ShouldEndWith("was taken over by another process.");
        (await bench.QueryAsync($"select account_id from account_states where cut_date = '{BusyNight.Date}'")).ShouldBeEmpty();
        (await bench.QueryAsync($"select account_id from statements where statement_date = '{BusyNight.Date}'")).ShouldBeEmpty();
        (await bench.QueryAsync($"select account_id from accounts where last_cut = '{BusyNight.Date}'")).ShouldBeEmpty();
        (await bench.QueryAsync($"select account_id from journal where reference = '{BusyNight.Date}'")).ShouldBeEmpty();

        await OwnAsync(bench, "running", $"{WorkerName.Machine}/{Gone}", silentSeconds: 0);
        await bench.RunAsync(BusyNight.Date);
        await night.CheckAsync(bench, "a night that was taken over");
    }

    [Fact]
    public async Task Night_IsTheSame_WhenAWorkerThatLostItIsStillAtWork()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> zombie;
        Task<Exception?> heir;
        await using (await LockAsync(bench, "account_states"))
        {
            zombie = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await WaitingAsync(bench, "account_states", 1, zombie);
            await OwnAsync(bench, "running", $"{WorkerName.Machine}/{Gone}", silentSeconds: 0);
            await bench.ExecuteAsync($"update run_partitions set worker = '{WorkerName.Machine}/{Gone}' where state = 'running'");
            heir = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await HeldAgainAsync(bench, heir);
        }

        (await heir).ShouldBeNull();
        (await zombie).ShouldNotBeNull();
        await night.CheckAsync(bench, "two workers in the same partition");
    }

    [Fact]
    public async Task Night_IsTakenOver_FromAProcessOfThisMachineThatIsGone()
    {
        var bench = await HalfDoneAsync();
        await OwnAsync(bench, "running", $"{WorkerName.Machine}/{Gone}", silentSeconds: 0);

        await bench.RunAsync(BusyNight.Date);

        await night.CheckAsync(bench, "taken over from a process that is gone");
    }

    [Fact]
    public async Task Night_IsTakenOver_FromAnotherMachineThatFellSilent()
    {
        var bench = await HalfDoneAsync();
        await OwnAsync(bench, "running", $"elsewhere/{Gone}", silentSeconds: (int)RunClaims.Lease.TotalSeconds + 1);

        await bench.RunAsync(BusyNight.Date);

        await night.CheckAsync(bench, "taken over from a machine that fell silent");
    }

    [Fact]
    public async Task Night_IsTakenOverAtOnce_WhenTheClockWasSetBackAfterItsProcessDied()
    {
        var bench = await HalfDoneAsync();
        await bench.ExecuteAsync("update run_partitions set lease_until = now() + interval '1 hour' where state = 'running'");
        await OwnAsync(bench, "running", $"elsewhere/{Gone}", silentSeconds: -3600);

        await bench.RunAsync(BusyNight.Date);

        await night.CheckAsync(bench, "taken over after the clock was set back");
    }

    [Fact]
    public async Task FileBeingTaken_IsNotKept_WhenAnotherProcessTookTheNightOver()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> run;
        await using (await LockAsync(bench, "files"))
        {
            run = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await WaitingAsync(bench, "files", 1, run);
            await bench.ExecuteAsync("update runs set fencing_token = fencing_token + 1 where state = 'running'");
        }

        (await run).ShouldBeOfType<LeaseLostException>().Message.ShouldEndWith("was taken over by another process.");
        (await bench.QueryAsync($"select file_name from files where business_date = '{BusyNight.Date}'")).ShouldBeEmpty();
        (await bench.QueryAsync($"select posting_id from postings where taken_on = '{BusyNight.Date}'")).ShouldBeEmpty();

        await OwnAsync(bench, "running", $"{WorkerName.Machine}/{Gone}", silentSeconds: 0);
        await bench.RunAsync(BusyNight.Date);
        await night.CheckAsync(bench, "a night that was taken over while it took a file");
    }

    [Fact]
    public async Task Report_IsNotKept_WhenAnotherProcessTookTheNightOver()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> run;
        await using (await LockAsync(bench, "control_reports"))
        {
            run = Record.ExceptionAsync(() => bench.RunAsync(BusyNight.Date));
            await WaitingAsync(bench, "control_reports", 1, run);
            await bench.ExecuteAsync("update runs set fencing_token = fencing_token + 1 where state = 'running'");
        }

        (await run).ShouldBeOfType<LeaseLostException>();
        (await bench.QueryAsync($"select business_date from control_reports where business_date = '{BusyNight.Date}'")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("running")]
    [InlineData("stopping")]
    public async Task Night_IsRefused_WhileAnotherMachineIsAlive(string state)
    {
        var bench = await HalfDoneAsync();
        await OwnAsync(bench, state, $"elsewhere/{Gone}", silentSeconds: 0);

        var refused = await Should.ThrowAsync<RefusedException>(bench.RunAsync(BusyNight.Date));

        refused.Message.ShouldBe($"NIGHT of {BusyNight.Date} is being worked on by elsewhere/{Gone}. Wait for it, or see `cycle status`.");
    }

    /// <summary>A night that was stopped in its close, with a partition left as if its worker had died in it a moment ago.</summary>
    private async Task<NightBench> HalfDoneAsync()
    {
        var bench = await night.OpenAsync();
        using var stop = new CancellationTokenSource();
        var progress = ToldProgress.AtWords($"{BusyNight.Date} close", stop.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(bench.RunAsync(BusyNight.Date, progress, cancellationToken: stop.Token));
        (await bench.ExecuteAsync(
            """
            update run_partitions set state = 'running', worker = 'elsewhere/1/1', lease_until = now() + interval '1 second', fencing_token = fencing_token + 1
            where state <> 'completed'
            """)).ShouldBe(1);
        return bench;
    }

    private static Task<int> OwnAsync(NightBench bench, string state, string owner, int silentSeconds) => bench.ExecuteAsync(
        $"""
        update runs set state = '{state}', owner = '{owner}', heartbeat_at = now() - interval '{silentSeconds} seconds'
        where business_date = '{BusyNight.Date}'
        """);

    /// <summary>Keeps everybody else from writing a table until disposed; reading goes on.</summary>
    private static async Task<NpgsqlConnection> LockAsync(NightBench bench, string table)
    {
        var connection = await bench.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Waits until the partition that one worker is at was claimed by another.</summary>
    private static async Task HeldAgainAsync(NightBench bench, Task<Exception?> heir)
    {
        while (await bench.QueryAsync("select attempts from run_partitions where state = 'running'") is not ["2"])
        {
            heir.IsCompleted.ShouldBeFalse($"{(heir.IsCompleted ? await heir : null)}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until so many workers stand before a locked table, or one of them has ended without.</summary>
    private static async Task WaitingAsync(NightBench bench, string table, int workers, params Task<Exception?>[] runs)
    {
        while ((await bench.QueryAsync($"select count(*) from pg_locks where relation = '{table}'::regclass and not granted")) is not [var count]
            || int.Parse(count) < workers)
        {
            foreach (var run in runs.Where(run => run.IsCompleted))
            {
                throw new InvalidOperationException("A run ended before it came to the lock.", await run);
            }

            await Task.Delay(20);
        }
    }
}
