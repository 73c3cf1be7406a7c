using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>A lane that hangs in its partition though its process lives.</summary>
[Collection(PostgresCollection.Name)]
public sealed class HangingPartitionTests(BusyNight night) : IClassFixture<BusyNight>
{
    [Fact]
    public async Task Partition_IsTakenFromItsLaneAndDoneOnceMore_WhenItHangs()
    {
        var bench = await night.OpenAsync();
        Task<Exception?> run;
        await using (await LockAsync(bench, "account_states"))
        {
            run = RunAsync(bench, TimeSpan.FromSeconds(1));
            while (await bench.QueryAsync("select retries from run_partitions where retries > 0") is [])
            {
                run.IsCompleted.ShouldBeFalse("the lane waits for the lock");
                await Task.Delay(20);
            }
        }

        (await run).ShouldBeNull();
        (await bench.QueryAsync("select step from run_partitions where attempts > 1")).ShouldContain("9");
        await night.CheckAsync(bench, "a partition that hung");
    }

    [Fact]
    public async Task Night_FailsWithWordsAndGoesOnLater_WhenAPartitionHangsHoweverOftenItIsBegun()
    {
        var bench = await night.OpenAsync();
        await using (await LockAsync(bench, "account_states"))
        {
            (await RunAsync(bench, TimeSpan.FromSeconds(1))).ShouldBeOfType<PartitionFailedException>().Message.ShouldBe(
                $"Partition 0 (accounts CLOSED1 to UNUSED) was begun {PartitionClaims.MostAttempts} times and never done: " +
                $"it was not done within 1 s by {WorkerName.OfThisProcess}");
        }

        (await bench.QueryAsync($"select state from runs where business_date = '{BusyNight.Date}'")).ShouldBe(["failed"]);
        await bench.RunAsync(BusyNight.Date);
        await night.CheckAsync(bench, "a partition that always hung");
    }

    [Fact]
    public async Task Leases_AreKeptOnlyOfPartitionsThatALaneIsAt()
    {
        var bench = await night.OpenAsync();
        var holds = new PartitionHolds(TimeSpan.FromMinutes(1));
        var progress = ToldProgress.AtWords($"{BusyNight.Date} close", () => Task.Run(async () =>
        {
            // As a lane leaves it that lost the database in the middle: claimed by this process, and nobody is at it.
            var left = (await PartitionClaims.NextOfAnyRunAsync(bench.Db, default))!;
            var presence = new WorkerPresence(bench.Db, "worker", 1, holds);
            await bench.ExecuteAsync("update run_partitions set lease_until = now() - interval '1 second' where state = 'running'");
            await presence.BeatAsync(default);
            (await bench.QueryAsync("select 1 from run_partitions where lease_until > now()")).ShouldBeEmpty();
            using (holds.Take(left))
            {
                await presence.BeatAsync(default);
                (await bench.QueryAsync("select number from run_partitions where lease_until > now()")).ShouldBe([$"{left.Number}"]);
            }

            await bench.ExecuteAsync("update run_partitions set lease_until = now() - interval '1 second' where state = 'running'");
        }).GetAwaiter().GetResult());

        await bench.RunAsync(BusyNight.Date, progress);

        await night.CheckAsync(bench, "a partition that its lane gave up");
    }

    private static Task<Exception?> RunAsync(NightBench bench, TimeSpan longest) => Record.ExceptionAsync(() => new NightRunner(
        bench.Db, bench.Settings() with { LongestPartition = longest }, SilentProgress.Instance).RunAsync(DateOnly.Parse(BusyNight.Date), default));

    private static async Task<NpgsqlConnection> LockAsync(NightBench bench, string table)
    {
        var connection = await bench.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
