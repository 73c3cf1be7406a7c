using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;
using Xunit.Abstractions;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>Disks that are full in the middle of a night, and have room again.</summary>
[Collection(ChaosCollection.Name)]
public sealed class FullDiskTests(PostgresFixture postgres, ITestOutputHelper output)
{
    [Fact]
    public async Task Night_SaysThatTheDiskIsFullAndGoesOnWithRoom_WhenItWritesPdfs()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        await using var disk = await SmallDisk.MountAsync(Path.Combine(bench.Var, "out"), "16k");
        if (disk is null)
        {
            output.WriteLine("Not tried: only root may mount a small disk.");
            return;
        }

        var full = (await bench.NightAsync("2026-08-18")).ShouldEnd(1);

        full.Errors.ShouldContain("No space left on device");
        Directory.GetFiles(bench.Var, "*.pdf*", SearchOption.AllDirectories).ShouldBeEmpty("no half PDF under any name");
        (await bench.ScalarAsync("select count(*) from rendered_statements")).ShouldBe(0L);
        (await bench.RunAsync("status")).ShouldEnd(0).Output.ShouldContain("No space left on device");

        await disk.ResizeAsync("16m");
        (await bench.RunAsync("resume", "1", "--inbox", bench.Inbox)).ShouldEnd(0);
        (await bench.RunAsync("verify")).ShouldEnd(0);
        Directory.GetFiles(Path.Combine(bench.Var, "out", "statements")).Select(Path.GetFileName).ShouldBe(["A1-2026-08-18.pdf"]);
    }

    [Fact]
    public async Task Night_SaysThatTheDiskIsFullAndGoesOnWithRoom_WhenPostgresWrites()
    {
        await using var undisturbed = await CreateAsync();
        (await undisturbed.NightAsync("2026-08-17")).ShouldEnd(0);
        (await undisturbed.NightAsync("2026-08-18")).ShouldEnd(0);
        var expected = await LeftByNights.ReadAsync(undisturbed, undisturbed.Db, new(2026, 8, 17), new(2026, 8, 18));

        await using var bench = await CreateAsync();
        await using var disk = await SmallDisk.MountAsync(bench.Var, "700m");
        if (disk is null)
        {
            output.WriteLine("Not tried: only root may mount a small disk.");
            return;
        }

        bench.Database = "";
        (await bench.NightAsync("2026-08-17")).ShouldEnd(0);
        await using var server = await HeldServer.JoinAsync(bench);
        server.DataDirectory.ShouldStartWith(disk.Path);
        await disk.LeaveAsync(300_000);
        var full = (await bench.NightAsync("2026-08-18")).ShouldEnd(1);
        full.Errors.ShouldContain("The disk of the database is full");

        await disk.ResizeAsync("700m");
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        (await bench.RunAsync("verify")).ShouldEnd(0);
        await server.ReviveAsync();
        (await LeftByNights.ReadAsync(bench, server.Db, new(2026, 8, 17), new(2026, 8, 18))).ShouldBeAsIfUndisturbed(expected, "a full disk of PostgreSQL");
    }

    /// <summary>Many rows on the second night, so that PostgreSQL has to make its files longer.</summary>
    private async Task<CycleBench> CreateAsync() => (await CycleBench.CreateAsync(postgres)).WithPurchase(
        Enumerable.Range(0, 4000).Select(number => Rows.Purchase($"M{number}", "C1", "2026-08-18", "10.00")));
}
