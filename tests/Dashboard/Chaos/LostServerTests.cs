using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>The database server of commands that run for months dies under them, or its administrator stops it.</summary>
[Collection(ChaosCollection.Name)]
public sealed class LostServerTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private const string StartedAgain = "The private database had ended and was started again; the work goes on.\n";

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task Worker_StartsThePrivateServerAgainAndWorksOn_WhenItIsGone(string signal)
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);
        using var worker = bench.Start("worker", "--workers", "2");
        await AtWorkAsync(server, workers: 1);

        await server.SignalAsync(signal);

        // Nobody else is there to start it.
        await AnswersAsync(server, worker);
        (await bench.NightAsync("2026-08-18")).ShouldEnd(0);
        (await server.ScalarAsync("select count(*) from statements")).ShouldBe(1L);
        var ended = (await CycleBench.AskedToEndAsync(worker)).ShouldEnd(0);
        ended.Errors.ShouldStartWith("The database cannot be used: ");
        ended.Errors.ShouldContain(StartedAgain);
        (await server.ScalarAsync("select count(*) from run_workers where role = 'worker' and ended_at is not null")).ShouldBe(1L);
    }

    [Fact]
    public async Task PrivateServer_IsStartedAgainByOne_WhenWorkersAndPagesLostItTogether()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);
        Process[] processes =
        [
            bench.Start("serve", "--urls", "http://127.0.0.1:0", "--workers", "1"), bench.Start("worker", "--workers", "1"), bench.Start("worker", "--workers", "1"),
        ];
        await AtWorkAsync(server, workers: 3);
        // Pages whose server goes while they start end with words, as every command does.
        (await processes[0].StandardOutput.ReadLineAsync())!.ShouldStartWith("Cycle listens on ");

        await server.SignalAsync("KILL");

        await AnswersAsync(server, processes);
        var ended = await Task.WhenAll(processes.Select(CycleBench.AskedToEndAsync));
        ended.ShouldAllBe(result => result.ExitCode == 0);
        string.Concat(ended.Select(result => result.Errors)).Split(StartedAgain).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Worker_WaitsAndEndsWell_WhenAServerThatIsNotItsOwnIsGone()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await using var server = await TheUsersAsync(bench);
        using var worker = bench.Start("worker", "--workers", "2");
        await AtWorkAsync(server, workers: 1);
        await server.SignalAsync("KILL");
        (await worker.StandardError.ReadLineAsync())!.ShouldStartWith("The database cannot be used: ");
        (await worker.StandardError.ReadLineAsync())!.ShouldEndWith("Trying again in 2 s.");

        var ended = (await CycleBench.AskedToEndAsync(worker)).ShouldEnd(0);

        ended.Errors.ShouldNotContain("started again");
        ended.Errors.ShouldNotContain("was lost");
        await Should.ThrowAsync<NpgsqlException>(() => server.ScalarAsync("select 1"));
    }

    [Fact]
    public async Task Pages_SayItInWordsAndEndWell_WhenAServerThatIsNotTheirOwnIsGone()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await using var server = await TheUsersAsync(bench);
        using var pages = bench.Start("serve", "--urls", "http://127.0.0.1:0", "--workers", "1");
        var address = (await pages.StandardOutput.ReadLineAsync())!.Split(' ')[3].TrimEnd('.');
        await server.SignalAsync("KILL");
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri($"{address}/health/ready"));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);

        // Held against stack traces, as everything that a command says.
        var ended = (await CycleBench.AskedToEndAsync(pages)).ShouldEnd(0);

        ended.Output.ShouldContain("The database does not answer.\n");
        ended.Output.ShouldNotContain("BackgroundService failed");
        ended.Errors.ShouldBe("");
    }

    /// <summary>A server that the commands are told, so that it is not theirs to start.</summary>
    private static async Task<HeldServer> TheUsersAsync(CycleBench bench)
    {
        var server = await HeldServer.JoinAsync(bench);
        bench.Database = server.ConnectionString;
        return server;
    }

    private static Task AtWorkAsync(HeldServer server, int workers) => UntilAsync(server, $"select count(*) = {workers} from run_workers");

    /// <summary>Waits until the server is there again; a test that nobody starts it in ends with words instead of never.</summary>
    private static async Task AnswersAsync(HeldServer server, params Process[] processes)
    {
        await UntilAsync(server, "select true");
        processes.ShouldAllBe(process => !process.HasExited);
    }

    private static async Task UntilAsync(HeldServer server, string sql)
    {
        var since = Stopwatch.StartNew();
        while (!await AnswersAsync(server, sql))
        {
            (since.Elapsed < Patience).ShouldBeTrue($"waiting for: {sql}");
            await Task.Delay(20);
        }
    }

    private static async Task<bool> AnswersAsync(HeldServer server, string sql)
    {
        try
        {
            return await server.ScalarAsync(sql) is true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
