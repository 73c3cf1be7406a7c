using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Jobs.Tests.Nights;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Chaos;

/// <summary>A night whose every connection drops once, at one boundary of transactions after the other, and which goes on by itself in the same process.</summary>
[Collection(ChaosCollection.Name)]
public sealed class DroppedConnectionTests(BusyNight night) : IClassFixture<BusyNight>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Night_GoesOnByItselfToTheSameBytes_WhereverItsConnectionsDrop(bool isTold)
    {
        var tried = await ChaosSettings.TryBoundariesAsync(isTold, boundary => IsDroppedAsync(boundary, isTold));
        ChaosSettings.Tell(
            isTold ? "drops-answered" : "drops-unanswered",
            $"all connections dropped at {tried} boundaries of transactions, the last answer {(isTold ? "received" : "lost")}, every {ChaosSettings.EveryBoundary}. one; " +
            "the same process went on every time, all as if undisturbed");
    }

    /// <summary>Runs the night while its connections drop at a boundary.</summary>
    /// <returns>Whether there was such a boundary.</returns>
    private async Task<bool> IsDroppedAsync(int boundary, bool isTold)
    {
        var bench = await night.OpenAsync();
        var address = new NpgsqlConnectionStringBuilder(bench.ConnectionString);
        var server = Path.Combine(address.Host!, $".s.PGSQL.{address.Port}");
        await using var proxy = new SeveringProxy(server, boundary, isTold, letsThroughAfter: true, () => { });
        (address.Host, address.Pooling) = (proxy.Folder, true);
        await using var database = NpgsqlDataSource.Create(address);
        var settings = bench.Settings() with { RetriesOfRun = 3 };
        var fault = await Record.ExceptionAsync(() =>
            new NightRunner(database, settings, SilentProgress.Instance).RunAsync(DateOnly.Parse(BusyNight.Date), default));
        if (!proxy.HasCut)
        {
            fault.ShouldBeNull();
            return false;
        }

        if ((await bench.QueryAsync($"select state from runs where business_date = '{BusyNight.Date}'")) is not ["completed"])
        {
            // Until the run is claimed there is nothing to go on with: the person is told, and gives the command again.
            fault.ShouldBeAssignableTo<NpgsqlException>($"dropped at boundary {boundary}");
            await bench.ExecuteAsync($"update runs set owner = '{WorkerName.Machine}/99999999/20260101T000000' where state = 'running'");
            await bench.RunAsync(BusyNight.Date);
        }

        await night.CheckAsync(bench, $"dropped at boundary {boundary}, {(isTold ? "answered" : "unanswered")}");
        return true;
    }
}
