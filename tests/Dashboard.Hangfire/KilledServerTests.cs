using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Jobs.Outputs;
using Cycle.Jobs.Replay;
using Cycle.Ledger.Tariffs;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Hangfire.Tests;

/// <summary>Servers of Hangfire that are killed in the middle of nights; what is left is what the command line leaves undisturbed.</summary>
[Collection(PostgresCollection.Name)]
public sealed class KilledServerTests(PostgresFixture postgres)
{
    private const int Nights = 6;
    private const string Claims =
        "select (coalesce((select sum(fencing_token) from run_partitions), 0) + coalesce((select sum(fencing_token) from runs), 0))::bigint";

    private static readonly FixtureCase Portfolio = FixtureCase.Load(Path.Combine(Checkout.Fixtures, "mixed-portfolio"), Checkout.Tariffs);

    private static readonly DateOnly Last = Portfolio.From.AddDays(Nights);

    private readonly Random _dice = new(ChaosSettings.FirstSeed);

    [Fact]
    public async Task Nights_LeaveTheSameBytes_WhenTheirServersAreKilledInTheMiddle()
    {
        var expected = await UndisturbedAsync();
        await using var bench = await CycleBench.CreateAsync(postgres);
        await NightsAsync(bench, Portfolio.From);
        bench.Program = typeof(HangfireScheduler).Assembly.Location;
        await Planned.NightsAsync(bench.Db, Enumerable.Range(1, Nights).Select(Portfolio.From.AddDays));
        Func<Process>[] starts = [() => Serve(bench), () => bench.Start("worker", "--workers", "1")];
        var servers = starts.Select(start => start()).ToArray();
        var kills = 0;
        try
        {
            while (!await IsDoneAsync(bench))
            {
                var before = await bench.ScalarAsync(Claims);
                while (!await IsDoneAsync(bench) && Equals(await bench.ScalarAsync(Claims), before))
                {
                    if (servers.FirstOrDefault(server => server.HasExited) is { } ended)
                    {
                        Assert.Fail($"a server ended by itself: {(await CycleBench.EndAsync(ended)).Everything}");
                    }

                    await Task.Delay(20);
                }

                if (kills < ChaosSettings.KillsEach)
                {
                    await Task.Delay(_dice.Next(0, 400));
                    var chosen = kills++ % 2;
                    servers[chosen].Kill();
                    await servers[chosen].WaitForExitAsync();
                    servers[chosen] = starts[chosen]();
                }
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }

        var found = await LeftAsync(bench);
        found.Keys.ShouldBe(expected.Keys);
        expected.Keys.Where(name => found[name] != expected[name]).ShouldBeEmpty("these differ");
        kills.ShouldBeGreaterThan(1);
        (await bench.ScalarAsync("select count(*) from hangfire.job where invocationdata::text like '%NightJob%'")).ShouldBe((long)Nights, "one job a night");
        ((long)(await bench.ScalarAsync("select count(distinct worker) from run_partitions"))!).ShouldBeGreaterThan(1, "several processes did the partitions");
        ChaosSettings.Tell("hangfire", $"{kills} servers killed in {Nights} nights; all as if undisturbed");
    }

    [Fact]
    public async Task Server_FailsWithWords_WhenTheDatabaseIsNotThere()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.Program = typeof(HangfireScheduler).Assembly.Location;
        bench.Database = "Host=/nowhere/at/all;Username=cycle;Database=cycle";

        foreach (var verb in (string[])["serve", "worker"])
        {
            var result = (await bench.RunAsync(verb)).ShouldEnd(1);

            result.Output.ShouldBe("");
            result.Errors.ShouldContain("database");
        }
    }

    [Fact]
    public async Task Command_SaysWhichSchedulerItHas_WhenAnotherIsAskedFor()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.Program = typeof(HangfireScheduler).Assembly.Location;

        (await bench.RunAsync("serve", "--scheduler", "quartz")).ShouldEnd(2).Errors
            .ShouldStartWith("--scheduler: this program was built with hangfire. Start the other one with `./cycle serve --scheduler quartz`.");
    }

    private static Process Serve(CycleBench bench)
    {
        var schedule = Path.Combine(bench.Root, "schedule.json");
        File.WriteAllText(
            schedule,
            """
            { "timeZone": "Asia/Bangkok", "jobs": [ { "job": "NIGHT", "at": "01:30", "businessDate": "previous-day", "holidays": "run",
              "misfire": "wait-for-next", "catchUp": false, "lateAfter": "04:30" } ] }
            """);
        return bench.Start(
            "serve", "--urls", "http://127.0.0.1:0", "--workers", "1", "--inbox", Portfolio.Directory, "--tariff", Portfolio.TariffFile, "--schedule", schedule);
    }

    private static async Task<bool> IsDoneAsync(CycleBench bench)
    {
        (await bench.ScalarAsync("select error from runs where state = 'failed'")).ShouldBeNull();
        return await bench.ScalarAsync("select count(*) from runs where state <> 'completed'") is 0L;
    }

    private async Task<SortedDictionary<string, string>> UndisturbedAsync()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await NightsAsync(bench, Portfolio.From);
        await NightsAsync(bench, Last);
        return await LeftAsync(bench);
    }

    private static async Task NightsAsync(CycleBench bench, DateOnly date) => (await bench.RunAsync(
        "run", "NIGHT", "--date", $"{date:yyyy-MM-dd}", "--inbox", Portfolio.Directory, "--tariff", Portfolio.TariffFile)).ExitCode.ShouldBeOneOf(0, 4);

    private static async Task<SortedDictionary<string, string>> LeftAsync(CycleBench bench)
    {
        var tariff = TariffReader.Read(await File.ReadAllBytesAsync(Portfolio.TariffFile));
        await new Exporter(bench.Db, tariff).WriteAsync(Path.Combine(bench.Var, "out", "export"), Portfolio.From, Last, default);
        var left = await StoreText.OfBusinessAsync(bench.Db);

        // What a host that serves counts for its pages in the background; the command line makes no pages.
        left.Remove("cycle_reviews");
        left.Remove("statement_day_counts");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bench.Var, "out"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            left.Add(Path.GetRelativePath(bench.Var, file), Convert.ToHexString(await File.ReadAllBytesAsync(file)));
        }

        return left;
    }
}
