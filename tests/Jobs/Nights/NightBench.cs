using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>A store of one test's own, a folder for its files, a folder for what its nights make, and short ways to use them.</summary>
internal sealed class NightBench : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _root = Directory.CreateTempSubdirectory("cycle-nights-").FullName;

    private NightBench(TestDatabase database, string tariff)
    {
        _database = database;
        // Nothing in the store outlives the test, so no statement waits for the disk.
        ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c synchronous_commit=off" }.ConnectionString;
        Db = NpgsqlDataSource.Create(ConnectionString);
        TariffText = TariffText.Read(File.ReadAllText(File.Exists(tariff) ? tariff : Path.Combine(Checkout.Tariffs, $"{tariff}.json")));
        Directory.CreateDirectory(Inbox);
        Directory.CreateDirectory(Output);
    }

    public NpgsqlDataSource Db { get; }

    public string ConnectionString { get; }

    /// <summary>The folder files are taken from.</summary>
    public string Inbox => Path.Combine(_root, "in");

    /// <summary>The folder nights write to.</summary>
    public string Output => Path.Combine(_root, "out");

    public Tariff Tariff => TariffText.Tariff;

    /// <summary>The tariff and the file it was read from.</summary>
    public TariffText TariffText { get; }

    /// <summary>A bench with an empty store.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="tariff">A shipped tariff's id, or a file.</param>
    public static async Task<NightBench> CreateAsync(PostgresFixture postgres, string tariff = "gsb-2026") =>
        new(await postgres.CreateDatabaseAsync("schema", MigrateAsync), tariff);

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(db, default);
    }

    /// <summary>Puts a file into the inbox.</summary>
    public NightBench With(string name, params IEnumerable<string> lines)
    {
        File.WriteAllText(Path.Combine(Inbox, name), Rows.File(lines));
        return this;
    }

    public NightBench WithAccounts(params IEnumerable<string> rows) => With("accounts.csv", [Rows.AccountHeader, .. rows]);

    public NightBench WithCards(params IEnumerable<string> rows) => With("cards.csv", [Rows.CardHeader, .. rows]);

    public NightBench WithPostings(string date, params IEnumerable<string> rows) => With($"postings-{date}.csv", [Rows.PostingHeader, .. rows]);

    /// <summary>Who issues the statements; null for the theme that ships.</summary>
    public Theme? Theme { get; set; }

    public NightSettings Settings(int workers = 2) =>
        new(Jobs.Intake.Inbox.List(Inbox), Output, TariffText, new IntakeSettings(ControlFileRequired: false), workers) { Theme = Theme };

    /// <summary>Runs the night of a date, after those missed before it, as the command line does.</summary>
    public Task<NightOutcome> RunAsync(
        string date, INightProgress? progress = null, int workers = 2, CancellationToken cancellationToken = default) =>
        new NightRunner(Db, Settings(workers), progress ?? SilentProgress.Instance).RunAsync(DateOnly.Parse(date), cancellationToken);

    /// <summary>Everything a night leaves behind: its own files and those an export writes, name and content; of PDFs the bytes as hex.</summary>
    public async Task<SortedDictionary<string, string>> OutputsAsync(string from, string to)
    {
        var export = Path.Combine(_root, "export");
        await new Exporter(Db, Tariff).WriteAsync(export, DateOnly.Parse(from), DateOnly.Parse(to), default);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(Inbox, StringComparison.Ordinal)))
        {
            files.Add(
                Path.GetRelativePath(_root, file),
                file.EndsWith(".pdf", StringComparison.Ordinal) ? Convert.ToHexString(await File.ReadAllBytesAsync(file)) : await File.ReadAllTextAsync(file));
        }

        return files;
    }

    /// <summary>The path of a file that <see cref="OutputsAsync"/> named.</summary>
    public string PathOf(string output) => Path.Combine(_root, output);

    /// <summary>Rows of a query, their cells joined by a bar.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        var rows = new List<string>();
        await using var command = Db.CreateCommand($"select array_to_string(array(select coalesce(value, '') from json_each_text(row_to_json(q))), '|') from ({sql}) q");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
