using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Outputs;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>A process that is killed or asked to stop in the middle of its work; the same command again leaves what an undisturbed night leaves.</summary>
[Collection(ChaosCollection.Name)]
public sealed class KilledProcessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Night_LeavesTheSameBytes_WhenItsProcessWasKilledAgainAndAgain()
    {
        var expected = await UndisturbedAsync();
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        foreach (var table in (string[])["postings", "account_states", "control_reports"])
        {
            using var process = await bench.BlockedNightAsync(table, Killed);
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(137);
        }

        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);

        (await OutputsAsync(bench)).ShouldBe(expected);
        (await bench.ScalarAsync("select attempts from runs")).ShouldBe(4);
    }

    [Fact]
    public async Task Night_StopsWithWordsAndGoesOn_WhenItsProcessIsAskedToEnd()
    {
        var expected = await UndisturbedAsync();
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();

        using var process = await bench.BlockedNightAsync("account_states", AskedToEnd);
        var stopped = (await CycleBench.EndAsync(process)).ShouldEnd(1);

        stopped.Errors.ShouldBe("Stopped. What was done stays done; give the same command again to go on.\n");
        (await bench.ScalarAsync("select state from runs")).ShouldBe("stopped");
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        (await OutputsAsync(bench)).ShouldBe(expected);
    }

    private static Task Killed(Process process)
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    private static async Task AskedToEnd(Process process)
    {
        await Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    private async Task<SortedDictionary<string, string>> UndisturbedAsync()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        return await OutputsAsync(bench);
    }

    private static async Task<SortedDictionary<string, string>> OutputsAsync(CycleBench bench)
    {
        var export = Path.Combine(bench.Var, "export");
        var tariff = TariffReader.Read(await File.ReadAllBytesAsync(Path.Combine(Checkout.Tariffs, "gsb-2026.json")));
        await new Exporter(bench.Db, tariff).WriteAsync(export, new(2026, 8, 18), new(2026, 8, 18), default);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in (string[])["export", "out"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(bench.Var, folder), "*", SearchOption.AllDirectories))
            {
                files.Add(Path.GetRelativePath(bench.Var, file), Convert.ToHexString(await File.ReadAllBytesAsync(file)));
            }
        }

        return files;
    }
}
