using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Replay;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>What a command that works on the store has at hand: the database, held while the command runs, and the settings of a night.</summary>
internal sealed class Nightly : IAsyncDisposable
{
    private readonly DatabaseAddress _address;
    private readonly string _inbox;

    private Nightly(DatabaseAddress address, string connectionString, string inbox, NightSettings settings)
    {
        (_address, ConnectionString, _inbox, Settings) = (address, connectionString, inbox, settings);
        Database = NpgsqlDataSource.Create(connectionString);
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>Where the database is; holds a password, maybe.</summary>
    public string ConnectionString { get; }

    public NightSettings Settings { get; }

    /// <summary>For a command that works: a database that is not there yet is made.</summary>
    public static Task<Nightly> OpenAsync(
        string? inbox, string? output, string tariff, int workers, string? database, CancellationToken cancellationToken) =>
        OpenAsync(inbox, output, tariff, workers, database, makesDatabase: true, cancellationToken);

    /// <summary>For a command that only looks: a database that is not there is a slip of the pen, and looking into a new one would tell that all is well.</summary>
    public static Task<Nightly> LookAsync(
        string? database, CancellationToken cancellationToken, string? output = null, string tariff = FixtureCase.DefaultTariff) =>
        JoinAsync(inbox: null, output, tariff, workers: 1, database, cancellationToken);

    /// <summary>For a command that goes on with work that is there: a database that is not is a slip of the pen here too.</summary>
    public static Task<Nightly> JoinAsync(
        string? inbox, string? output, string tariff, int workers, string? database, CancellationToken cancellationToken) =>
        OpenAsync(inbox, output, tariff, workers, database, makesDatabase: false, cancellationToken);

    private static async Task<Nightly> OpenAsync(
        string? inbox, string? output, string tariff, int workers, string? database, bool makesDatabase, CancellationToken cancellationToken)
    {
        var tariffBytes = await File.ReadAllBytesAsync(TariffFile(tariff), cancellationToken);
        var folder = Folder(inbox);
        var settings = new NightSettings(
            Inbox.List(folder), OutputFolder(output ?? Path.Combine(CycleHome.Var, "out")), TariffReader.Read(tariffBytes),
            System.Text.Encoding.UTF8.GetString(tariffBytes), new IntakeSettings(ControlFileRequired: false), workers)
        {
            Messages = CycleHome.Messages,
        };
        // The private server is started by us. One of the user's own that cannot be reached at all is told at once.
        var wasThere = string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(DatabaseAddress.Variable));
        return await Starting.OutlastAsync(
            async isAgain =>
            {
                if (isAgain)
                {
                    // Connections to a server that is gone must not greet the one that comes.
                    NpgsqlConnection.ClearAllPools();
                }

                var address = await DatabaseAddress.ResolveAsync(CycleHome.Var, cancellationToken);
                wasThere = true;
                return await OpenAsync(address, database, folder, settings, makesDatabase, cancellationToken);
            },
            () => wasThere,
            cancellationToken);
    }

    private static async Task<Nightly> OpenAsync(
        DatabaseAddress address, string? database, string inbox, NightSettings settings, bool makesDatabase, CancellationToken cancellationToken)
    {
        Nightly? nightly = null;
        try
        {
            if (database is not null && !makesDatabase && !await Databases.ExistsAsync(address.ConnectionString, database, cancellationToken))
            {
                throw new UsageException($"--database: found '{database}', expected a database of this server. Nothing was made.");
            }

            var connection = database is null
                ? address.ConnectionString
                : await Databases.EnsureAsync(address.ConnectionString, database, cancellationToken);
            nightly = new Nightly(address, connection, inbox, settings with { BeforeRetry = token => ReviveAsync(address, token) });
            await Schema.MigrateAsync(nightly.Database, cancellationToken);
            return nightly;
        }
        catch
        {
            await (nightly is null ? address.DisposeAsync() : nightly.DisposeAsync());
            throw;
        }
    }

    /// <summary>A tariff by its file, or by the id of a shipped one.</summary>
    public static string TariffFile(string tariff)
    {
        if (File.Exists(tariff))
        {
            return tariff;
        }

        var shipped = Path.Combine(CycleHome.Tariffs, $"{Path.GetFileName(tariff)}.json");
        return File.Exists(shipped)
            ? shipped
            : throw new UsageException($"--tariff: found '{tariff}', expected a tariff file or the id of one in {CycleHome.Tariffs}.");
    }

    /// <summary>The settings of a night that a person or another scheduler runs by a command: it outlives a restart of its database.</summary>
    /// <param name="partitionSize">Accounts a partition.</param>
    public NightSettings SettingsOfCommand(int partitionSize) => Settings with { PartitionSize = partitionSize, RetriesOfRun = Starting.MostRetries };

    /// <summary>The settings with the inbox as it is now: a host that lives for months runs many nights.</summary>
    public NightSettings SettingsOfNextNight() => Settings with { Inbox = Inbox.List(_inbox) };

    /// <summary>Lets go of every connection, for work on the database as a whole; the server stays held.</summary>
    /// <returns>The connection string.</returns>
    public async Task<string> LetGoAsync()
    {
        await Database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        return ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _address.DisposeAsync();
    }

    /// <summary>A private server that died is started again by whichever process that uses it comes first, and that one says so.</summary>
    private static async Task ReviveAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        if (await address.ReviveAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync("The private database had ended and was started again; the work goes on.");
        }
    }

    /// <summary>Where results go: seen to be a folder before anything begins, not when the first PDF is written.</summary>
    /// <exception cref="UsageException">It is a file, or lies in one.</exception>
    public static string OutputFolder(string output)
    {
        var folder = Path.GetFullPath(output);
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new UsageException($"--out: found a file, {path}, expected a folder. Name another one.");
            }
        }

        return folder;
    }

    private static string Folder(string? inbox)
    {
        if (inbox is null)
        {
            return Directory.CreateDirectory(Path.Combine(CycleHome.Var, "inbox")).FullName;
        }

        return Directory.Exists(inbox)
            ? Path.GetFullPath(inbox)
            : throw new UsageException($"--inbox: no folder {inbox}. Make it, or name another one.");
    }
}
