using System.Diagnostics;
using Cycle.Dashboard.CommandLine;
using Cycle.Ledger.Storage.Control;
using Cycle.Tests.Shared;
using Npgsql;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>The command line as a user has it: the built program as a process, with a var folder and a database of one test's own.</summary>
internal sealed class CycleBench : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private CycleBench(TestDatabase database)
    {
        _database = database;
        Db = NpgsqlDataSource.Create(database.ConnectionString);
        // Open (rwxr-xr-x) to the user that runs a private server, so that its data is here too and not below /var/lib.
        File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Inbox);
    }

    public NpgsqlDataSource Db { get; }

    public string Root { get; } = Directory.CreateTempSubdirectory("cycle-command-").FullName;

    public string Var => Path.Combine(Root, "var");

    public string Inbox => Path.Combine(Root, "in");

    public static async Task<CycleBench> CreateAsync(PostgresFixture postgres) =>
        new(await postgres.CreateDatabaseAsync("schema", MigrateAsync));

    /// <summary>Puts a file into the inbox.</summary>
    public CycleBench With(string name, params IEnumerable<string> lines)
    {
        File.WriteAllText(Path.Combine(Inbox, name), Rows.File(lines));
        return this;
    }

    /// <summary>One account that buys something on the day before its statement.</summary>
    public CycleBench WithPurchase(params IEnumerable<string> morePostings) =>
        With("accounts.csv", Rows.AccountHeader, Rows.Account("A1")).With("cards.csv", Rows.CardHeader, Rows.Card("C1", "A1"))
            .With("postings-2026-08-18.csv", [Rows.PostingHeader, Rows.Purchase("P1", "C1", "2026-08-18", "1500.00"), .. morePostings]);

    public Task<CommandResult> NightAsync(string date, params IEnumerable<string> more) =>
        RunAsync(["run", "NIGHT", "--date", date, "--inbox", Inbox, .. more]);

    public async Task<CommandResult> RunAsync(params IEnumerable<string> words)
    {
        using var process = Start(words);
        return await EndAsync(process);
    }

    private readonly List<Process> _started = [];

    /// <summary>The program that is started: the one without Hangfire, unless a test says otherwise.</summary>
    public string Program { get; set; } = typeof(UsageException).Assembly.Location;

    /// <summary>What else the commands' environment holds.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a command and leaves it running.</summary>
    public Process Start(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Root,
        };
        start.Environment["CYCLE_HOME"] = Checkout.Root;
        start.Environment["CYCLE_VAR"] = Var;
        start.Environment["CYCLE_DB"] = Database;
        // These processes live for seconds: counting how often a method runs, to compile it better later, never pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // An object of its own: the test disposes of the one it gets.
        _started.Add(Process.GetProcessById(process.Id));
        return process;
    }

    /// <summary>Starts the night of 2026-08-18 and does something while it waits to write a table, in the middle of a transaction.</summary>
    public async Task<Process> BlockedNightAsync(string table, Func<Process, Task> meanwhile)
    {
        await using var connection = await Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        var process = Start("run", "NIGHT", "--date", "2026-08-18", "--inbox", Inbox);
        while ((long)(await ScalarAsync($"select count(*) from pg_locks where relation = '{table}'::regclass and not granted"))! == 0)
        {
            process.HasExited.ShouldBeFalse($"the night writes {table}");
            await Task.Delay(20);
        }

        await meanwhile(process);
        return process;
    }

    /// <summary>Waits for a command and holds what it said against what no command may say.</summary>
    public static async Task<CommandResult> EndAsync(Process process)
    {
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var result = new CommandResult(process.ExitCode, await output, await errors);
        foreach (var trace in (string[])["   at ", ".cs:line", "Unhandled exception"])
        {
            result.Everything.ShouldNotContain(trace);
        }

        return result;
    }

    /// <summary>Asks a command to end, as a supervisor does, and waits for it.</summary>
    public static async Task<CommandResult> AskedToEndAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync(process);
    }

    /// <summary>The database the commands are told; blank for the private one.</summary>
    public string Database { get => field ??= _database.ConnectionString; set; }

    /// <summary>Sets Kannel as the commands' gateway, with a password from the environment.</summary>
    public void UseKannel(Uri sendUrl, Uri reportUrl, string user, string password, string more = "")
    {
        var settings = Directory.CreateDirectory(Path.Combine(Root, "settings")).FullName;
        File.WriteAllText(
            Path.Combine(settings, "messages.json"),
            $$"""{"gateway": "kannel", "kannel": { "sendUrl": "{{sendUrl}}", "from": "CYCLE", "reportUrl": "{{reportUrl}}"{{more}} } }""");
        Variables["CYCLE_SETTINGS"] = settings;
        Variables["CYCLE_KANNEL_USER"] = user;
        Variables["CYCLE_KANNEL_PASSWORD"] = password;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends the commands that a test which failed left running.</summary>
    public async Task EndCommandsAsync()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        _started.Clear();
    }

    /// <summary>Leaves nothing: no command, no server that a command started, no database, no file.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndCommandsAsync();
        await PrivateData.RemoveAsync(Var);
        await Db.DisposeAsync();
        try
        {
            await _database.DisposeAsync();
        }
        finally
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(db, default);
    }
}
