using System.Diagnostics;
using Cycle.Bench.Machine;
using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>
/// The verb <c>night</c>: the night that closes every account of a made-up portfolio, by the real program as a process of its own, on a
/// private store; beside it the floors of intake and close on the same server with the same rows.
/// </summary>
internal static class NightCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        NightOptions options;
        try
        {
            options = NightOptions.Parse(words);
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message} Expected: {NightOptions.Usage}");
            return 2;
        }

        await using var store = await NightStore.OpenAsync();
        foreach (var accounts in options.Accounts)
        {
            await MeasureAsync(store, accounts, options);
        }

        return 0;
    }

    private static async Task MeasureAsync(NightStore store, int accounts, NightOptions options)
    {
        var load = MachineFacts.LoadAverage();
        var (prepared, inbox) = await PrepareAsync(store, accounts, options);
        var floors = Directory.CreateDirectory(Path.Combine(BenchHome.Work, "floors")).FullName;
        var outputs = Path.Combine(BenchHome.Work, "out");
        Remove(outputs);
        var rounds = new List<NightRound>();
        try
        {
            for (var round = 1; round <= options.Rounds; round++)
            {
                rounds.Add(await RoundAsync(store, prepared, inbox, Path.Combine(outputs, $"{round}"), floors, options));
                Console.WriteLine($"round {round}: {NightWords.Of(rounds[^1])}");
            }
        }
        finally
        {
            await store.DropAsync(NightStore.RoundName);
            Directory.Delete(floors, recursive: true);

            // Only now: for some minutes ext4 looks at every file removed before it makes a new one, and the next round would pay for it.
            Remove(outputs);
            if (!options.Keeps)
            {
                await store.DropAsync(prepared);
                Directory.Delete(inbox, recursive: true);
            }
        }

        var result = NightResults.Of(accounts, options, load, rounds);
        var file = Path.Combine(options.Results, result.Machine.Folder, $"night-{accounts}{(options.DrawsPdfs ? "" : "-no-pdf")}.json");
        result.Write(file);
        Console.WriteLine(NightWords.Of(result));
        Console.WriteLine($"Written to {file}");
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Prepared, string Inbox)> PrepareAsync(NightStore store, int accounts, NightOptions options)
    {
        var key = $"{accounts}_{options.Postings}_{options.Seed}_{options.Revolvers}_{options.Overdue}_{options.Travellers}_{options.Cash}_{options.Bad}";
        var (prepared, inbox) = ($"bench_{key}", Path.Combine(BenchHome.Work, $"inbox-{key}"));
        if (options.IsFresh || !Directory.Exists(inbox) || !await store.HasAsync(prepared))
        {
            var watch = Stopwatch.StartNew();
            var rows = NightPortfolio.Write(inbox, accounts, options);
            Console.WriteLine($"{accounts} accounts and {rows} rows for the measured night made in {watch.Elapsed.TotalSeconds:F0} s");
            watch.Restart();
            await store.PrepareAsync(prepared, inbox, options);
            Console.WriteLine($"{NightDays.Measured.DayNumber - NightDays.First.DayNumber} nights before it run in {watch.Elapsed.TotalSeconds:F0} s");
        }

        return (prepared, inbox);
    }

    private static async Task<NightRound> RoundAsync(NightStore store, string prepared, string inbox, string output, string floors, NightOptions options)
    {
        var address = await store.CopyAsync(prepared);
        await using var database = NpgsqlDataSource.Create(address);
        var before = await SizesAsync(database);
        var process = await NightProcess.RunAsync(inbox, output, options, store.ServerProcessId);
        var after = await SizesAsync(database);
        var pdfBytes = BytesOf(Path.Combine(output, "statements"));
        await using var connection = await database.OpenConnectionAsync();
        return new(
            process, await NightFacts.ReadAsync(database, process.Cpu), after.Wal - before.Wal, after.Store - before.Store, pdfBytes,
            options.HasFloors ? await IntakeFloor.MeasureAsync(connection, floors) : null,
            options.HasFloors ? await CloseFloor.MeasureAsync(connection, floors) : null,
            options is { HasFloors: true, DrawsPdfs: true } ? await RenderFloor.MeasureAsync(connection, options.Workers) : null);
    }

    private static async Task<(long Wal, long Store)> SizesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, pg_database_size(current_database())");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static long BytesOf(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)
        : 0;
}
