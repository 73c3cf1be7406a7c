using Cycle.Jobs.Intake;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Replay;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>What a command that works on the store has at hand: the database, held while the command runs, and the settings of a night.</summary>
internal sealed class Nightly : IAsyncDisposable
{
    private readonly DatabaseAddress _address;
    private readonly string _inbox;

    private Nightly(DatabaseAddress address, string connectionString, string inbox, NightSettings settings, SuggestedCommands suggested)
    {
        (_address, ConnectionString, _inbox, Settings, Suggested) = (address, connectionString, inbox, settings, suggested);
        Database = NpgsqlDataSource.Create(connectionString);
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>Where the database is; holds a password, maybe.</summary>
    public string ConnectionString { get; }

    public NightSettings Settings { get; }

    /// <summary>Commands that words suggest, with the database that was named.</summary>
    public SuggestedCommands Suggested { get; }

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

    /// <summary>For a command that decides itself whether a database may be made.</summary>
    /// <param name="inbox">The folder that files come from, or null for the usual one.</param>
    /// <param name="output">The folder that results go to, or null for the usual one.</param>
    /// <param name="tariff">A tariff's file or the id of a shipped one.</param>
    /// <param name="workers">Partitions worked on at once.</param>
    /// <param name="database">Another database of the same server, or null.</param>
    /// <param name="makesDatabase">Whether a database that is not there is made, or refused.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Nightly> OpenAsync(
        string? inbox, string? output, string tariff, int workers, string? database, bool makesDatabase, CancellationToken cancellationToken)
    {
        var told = await TariffFile.ReadAsync(tariff, cancellationToken);
        var folder = GivenFolders.Inbox(inbox);
        var settings = new NightSettings(
            Inbox.List(folder), GivenFolders.Output(output ?? Path.Combine(CycleHome.Var, "out")), told.Text,
            new IntakeSettings(ControlFileRequired: false), workers)
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
            nightly = new Nightly(address, connection, inbox, settings with { BeforeRetry = token => ReviveAsync(address, token) }, new(database));
            await Schema.MigrateAsync(nightly.Database, cancellationToken);
            return nightly;
        }
        catch
        {
            await (nightly is null ? address.DisposeAsync() : nightly.DisposeAsync());
            throw;
        }
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
}
