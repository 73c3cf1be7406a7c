using System.Diagnostics;
using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Ledger.Storage.Server;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>The database server dies after a command has first reached it and before the command is ready.</summary>
[Collection(ChaosCollection.Name)]
public sealed class LostAtStartTests(PostgresFixture postgres)
{
    private const string Schema = "cycle schema";
    private const string Clock = "cycle clock";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(Schema, "serve", "--urls", "http://127.0.0.1:0", "--workers", "1")]
    [InlineData(Clock, "serve", "--urls", "http://127.0.0.1:0", "--workers", "1")]
    [InlineData(Schema, "worker", "--workers", "1")]
    public async Task Command_StartsThePrivateServerAgainAndGoesOn_WhenItIsKilledDuringTheStart(string waitsFor, params string[] words)
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.Database = "";
        await using var server = await HeldServer.JoinAsync(bench);

        using var command = await KilledDuringTheStartAsync(bench, server, waitsFor, words);

        (await command.StandardError.ReadLineAsync())!.ShouldEndWith("Starting anew in 1 s.");
        (await ReadyAsync(command)).ShouldContain(words[0] == "serve" ? "Cycle listens on http://127.0.0.1:" : "Waiting for work on 1 lanes.");
        (await CycleBench.AskedToEndAsync(command)).ShouldEnd(0);
    }

    [Fact]
    public async Task Pages_WaitAndStart_WhenAServerThatIsNotTheirOwnIsAwayDuringTheStart()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await using var server = await HeldServer.JoinAsync(bench);
        bench.Database = server.ConnectionString;
        using var pages = await KilledDuringTheStartAsync(bench, server, Clock, "serve", "--urls", "http://127.0.0.1:0", "--workers", "1");
        (await pages.StandardError.ReadLineAsync())!.ShouldEndWith("Starting anew in 1 s.");
        (await pages.StandardError.ReadLineAsync())!.ShouldEndWith("Starting anew in 2 s.");

        await server.ReviveAsync();

        (await ReadyAsync(pages)).ShouldContain("Cycle listens on http://127.0.0.1:");
        (await CycleBench.AskedToEndAsync(pages)).ShouldEnd(0).Errors.ShouldNotContain("started again");
    }

    [Fact]
    public async Task Pages_EndWell_WhenTheyAreStoppedWhileTheyWaitForAServer()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        await using var server = await HeldServer.JoinAsync(bench);
        bench.Database = server.ConnectionString;
        using var pages = await KilledDuringTheStartAsync(bench, server, Clock, "serve", "--urls", "http://127.0.0.1:0", "--workers", "1");
        (await pages.StandardError.ReadLineAsync())!.ShouldStartWith("The database cannot be used: ");

        (await CycleBench.AskedToEndAsync(pages)).ShouldEnd(0);
    }

    [Fact]
    public async Task Pages_SayAtOnceThatTheyCannotReachIt_WhenAServerThatIsNotTheirOwnWasNeverThere()
    {
        await using var bench = await CycleBench.CreateAsync(postgres);
        bench.Database = $"Host={bench.Root};Username=cycle";

        var refused = (await bench.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ShouldEnd(1);

        refused.Errors.ShouldStartWith("The database cannot be reached.\n");
        refused.Errors.ShouldNotContain("Starting anew");
    }

    /// <summary>Starts a command and kills its server while the command stands before a lock that is held there.</summary>
    private static async Task<Process> KilledDuringTheStartAsync(CycleBench bench, HeldServer server, string waitsFor, params string[] words)
    {
        await Databases.EnsureAsync(Databases.On(server.ConnectionString, "postgres"), DatabaseAddress.DefaultName);
        await using var connection = await server.Db.OpenConnectionAsync();
        await using var gate = new NpgsqlCommand($"select pg_advisory_lock(hashtextextended('{waitsFor}', 0))", connection);
        await gate.ExecuteNonQueryAsync();
        var command = bench.Start(words);
        var since = Stopwatch.StartNew();
        while (await server.ScalarAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted") is 0L)
        {
            command.HasExited.ShouldBeFalse("it starts");
            (since.Elapsed < Patience).ShouldBeTrue($"it comes to '{waitsFor}'");
            await Task.Delay(20);
        }

        await server.SignalAsync("KILL");
        return command;
    }

    /// <summary>What it says once it is ready; what a host says of its failing start comes before.</summary>
    private static async Task<string> ReadyAsync(Process command)
    {
        while (await command.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("Cycle listens on ", StringComparison.Ordinal) || line.StartsWith("Waiting for work ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }
}
