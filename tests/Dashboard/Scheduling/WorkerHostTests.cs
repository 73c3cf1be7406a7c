using System.Diagnostics;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>The worker inside of a host that serves: what it meets never takes pages and schedule down with it.</summary>
[Collection(PostgresCollection.Name)]
public sealed class WorkerHostTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Worker_SaysItAndBeginsAnew_WhenALaneMeetsWhatNoRetryMends()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        // A claim that cannot be read by whoever made it.
        await bench.ExecuteAsync("alter table run_partitions alter first_account drop not null");
        await PlanAsync(bench, "null");
        var logger = new KeptLogger<WorkerHost>();
        using var host = new WorkerHost(bench.Db, SchedulerHost.Settings(bench), logger);
        await host.StartAsync(default);
        try
        {
            await UntilAsync(() => Task.FromResult(logger.Said.ContainsKey("The worker begins anew in 10 s.")), "it begins anew");
            logger.Said["This worker cannot go on: Column 'first_account' is null. All its lanes stop, and the partitions they were at are free for others."]
                .ShouldBeOfType<InvalidCastException>();

            await PlanAsync(bench, "'A1'");
            await UntilAsync(async () => await bench.ScalarAsync("select state from run_partitions where step = 10") is "completed", "it works on");
        }
        finally
        {
            await host.StopAsync(default);
        }
    }

    /// <summary>The night as if somebody planned it who does no partition himself, with its PDFs to draw.</summary>
    private static Task<int> PlanAsync(CycleBench bench, string firstAccount) => bench.ExecuteAsync(
        $"""
        delete from rendered_statements;
        update runs set state = 'running';
        update run_partitions set first_account = {firstAccount}, attempts = 0, state = 'planned' where step = 10
        """);

    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        var since = Stopwatch.StartNew();
        while (!await isSo())
        {
            (since.Elapsed < Patience).ShouldBeTrue($"waiting until {what}");
            await Task.Delay(50);
        }
    }
}
