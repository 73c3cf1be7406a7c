using Cycle.Jobs.Runs;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Hangfire's tables, in a schema of their own in the store's database.</summary>
internal static class HangfireStore
{
    private const string Schema = "hangfire";
    private const int MostConnections = 20;

    /// <summary>How long a night that ended stays on the dashboard.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>The storage; its tables are not touched yet.</summary>
    /// <param name="connectionString">The store's, with its password.</param>
    public static PostgreSqlStorage Open(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            QueuePollInterval = TimeSpan.FromSeconds(1),

            // A job belongs to a server as long as a run to a process: half an hour is the default, and 'sliding' keeps long nights theirs.
            InvisibilityTimeout = RunClaims.Lease,
            UseSlidingInvisibilityTimeout = true,

            // Its lock is a row: one left by a server that was killed would keep all others out for ten minutes.
            DistributedLockTimeout = RunClaims.Lease,

            // By default it starts without a database and says nothing. Ours is reached, or the command fails with words.
            PrepareSchemaIfNecessary = false,
            StartupConnectionMaxRetries = 0,
            AllowDegradedModeWithoutStorage = false,
            EnableTransactionScopeEnlistment = false,
        };
        var pool = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MostConnections, ApplicationName = "cycle hangfire", Enlist = false };
        return new(new NpgsqlConnectionFactory(pool.ConnectionString, options), options) { JobExpirationTimeout = Kept };
    }

    /// <summary>Makes the tables, or brings them up to date. The caller keeps other hosts out meanwhile.</summary>
    public static async Task PrepareAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        PostgreSqlObjectsInstaller.Install(connection, Schema);
    }
}
