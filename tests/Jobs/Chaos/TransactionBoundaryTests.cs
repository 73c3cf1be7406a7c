using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Chaos;

/// <summary>A night that is torn from its database at one boundary of transactions after the other, and run again.</summary>
[Collection(ChaosCollection.Name)]
public sealed class TransactionBoundaryTests(BusyNight night) : IClassFixture<BusyNight>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Night_LeavesTheSameBytes_WhereverBetweenTransactionsItsProcessIsGone(bool isTold)
    {
        var tried = await ChaosSettings.TryBoundariesAsync(isTold, boundary => IsCutAsync(boundary, isTold));
        ChaosSettings.Tell(
            isTold ? "boundaries-answered" : "boundaries-unanswered",
            $"{tried} boundaries of transactions cut, the last answer {(isTold ? "received" : "lost")}, every {ChaosSettings.EveryBoundary}. one; all as if undisturbed");
    }

    /// <summary>Runs the night until it is cut at a boundary, then again without.</summary>
    /// <returns>Whether there was such a boundary.</returns>
    private async Task<bool> IsCutAsync(int boundary, bool isTold)
    {
        var bench = await night.OpenAsync();
        using var gone = new CancellationTokenSource();
        var address = new NpgsqlConnectionStringBuilder(bench.ConnectionString);
        await using (var proxy = new SeveringProxy(Path.Combine(address.Host!, $".s.PGSQL.{address.Port}"), boundary, isTold, letsThroughAfter: false, gone.Cancel))
        {
            (address.Host, address.Pooling) = (proxy.Folder, true);
            await using var database = NpgsqlDataSource.Create(address);
            var fault = await Record.ExceptionAsync(() =>
                new NightRunner(database, bench.Settings(), SilentProgress.Instance).RunAsync(DateOnly.Parse(BusyNight.Date), gone.Token));
            if (!proxy.HasCut)
            {
                fault.ShouldBeNull();
                return false;
            }
        }

        await RunAgainAsync(bench);
        await night.CheckAsync(bench, $"cut at boundary {boundary}, {(isTold ? "answered" : "unanswered")}");
        return true;
    }

    private static async Task RunAgainAsync(NightBench bench)
    {
        // The process that ran it is this one; to the next it has to be one that is gone.
        await bench.ExecuteAsync($"update runs set owner = '{WorkerName.Machine}/99999999/20260101T000000' where state = 'running'");
        await bench.ExecuteAsync($"update run_partitions set worker = '{WorkerName.Machine}/99999999/20260101T000000' where state = 'running'");
        if ((await bench.QueryAsync($"select state from runs where business_date = '{BusyNight.Date}'")) is not ["completed"])
        {
            await bench.RunAsync(BusyNight.Date);
        }
    }
}
