using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cycle.Bench.Machine;
using Cycle.Bench.Nights;
using Cycle.Bench.Portfolio;
using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Bench.Growth;

/// <summary>
/// The verb <c>growth</c>: every night of many cycles one after the other over one store, to see whether a night takes longer when
/// there is more behind it. Statement days are spread over the month as banks spread them, so every night has its share of the work.
/// </summary>
internal static class GrowthCommand
{
    public const string Usage = "growth [--accounts N] [--cycles N] [--postings N an account and cycle] [--workers N] [--results DIR]";

    private const string Name = "bench_growth";

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (!GrowthOptions.TryParse(words, out var options))
        {
            Console.Error.WriteLine($"Found '{string.Join(' ', words)}'; expected: {Usage}");
            return 2;
        }

        Environment.SetEnvironmentVariable(DatabaseAddress.Variable, null);
        Directory.CreateDirectory(BenchHome.Var);
        var portfolio = new PortfolioOptions
        {
            Accounts = options.Accounts, Months = options.Cycles, Postings = options.Postings, Out = Path.Combine(BenchHome.Work, "growth"), Bad = 1,
        };
        PortfolioGenerator.Write(portfolio);
        await using var lease = await PrivateServer.StartOrJoinAsync(BenchHome.Var);
        await Databases.DropAsync(lease.ConnectionString, Name);
        try
        {
            await using var database = NpgsqlDataSource.Create(await Databases.EnsureAsync(lease.ConnectionString, Name));
            await Schema.MigrateAsync(database, CancellationToken.None);
            var cycles = await CyclesAsync(database, portfolio, options);
            var result = new GrowthResults(
                $"{DateTime.UtcNow:yyyy-MM-dd}", MachineFacts.Read(), Versions.Read(), options.Accounts, options.Postings, options.Workers,
                GrowthResults.LaterToEarlier(cycles), cycles);
            var file = Path.Combine(options.Results, result.Machine.Folder, "growth.json");
            result.Write(file);
            Console.WriteLine(Text($"a night of the last cycles takes {result.LastToSecond:F2} times one of the second and third. Written to {file}"));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await Databases.DropAsync(lease.ConnectionString, Name);
            Directory.Delete(portfolio.Out, recursive: true);
        }

        return 0;
    }

    private static async Task<List<GrowthCycle>> CyclesAsync(NpgsqlDataSource database, PortfolioOptions portfolio, GrowthOptions options)
    {
        var tariff = await TariffText.ReadFileAsync(BenchHome.Tariff, CancellationToken.None);
        var settings = new NightSettings(
            Inbox.List(portfolio.Out, "case.json"), Path.Combine(portfolio.Out, "out"), tariff,
            new IntakeSettings(ControlFileRequired: false), options.Workers, RendersStatements: false);
        var nights = new NightRunner(database, settings, SilentProgress.Instance);
        var cycles = new List<GrowthCycle>();
        var date = portfolio.From;
        for (var cycle = 1; cycle <= options.Cycles; cycle++)
        {
            var seconds = new List<double>();
            for (var end = portfolio.From.AddMonths(cycle); date < end; date = date.AddDays(1))
            {
                var watch = Stopwatch.StartNew();
                await nights.RunAsync(date, CancellationToken.None);
                seconds.Add(watch.Elapsed.TotalSeconds);
            }

            cycles.Add(await StandAsync(database, cycle, seconds));
            Console.WriteLine(Text($"cycle {cycle}: a night {cycles[^1].NightSeconds.Median:F3} s, {cycles[^1].Postings} postings, {cycles[^1].Statements} statements, store {cycles[^1].StoreBytes >> 20} MiB"));
        }

        return cycles;
    }

    private static async Task<GrowthCycle> StandAsync(NpgsqlDataSource database, int cycle, List<double> seconds)
    {
        await using var command = database.CreateCommand(
            "select (select count(*) from postings), (select count(*) from statements), (select count(*) from journal), pg_database_size(current_database())");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(
            cycle, Spread.Of(seconds, 3), Math.Round(seconds.Sum(), 2), row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
