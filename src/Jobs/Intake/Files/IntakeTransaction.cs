using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Intake.Files;

/// <summary>
/// The one transaction in which a file is taken in whole or not at all. Only one is open at a time in a database: ids and daily
/// ceilings are judged against everything taken before.
/// </summary>
internal sealed class IntakeTransaction : IAsyncDisposable
{
    private const long OneAtATime = 0x4379636C65;

    private const string Attempt = "attempt";

    private static readonly string[] PlansOverWholeTables = ["seqscan", "bitmapscan", "hashjoin", "mergejoin"];

    private readonly NpgsqlTransaction _transaction;

    private readonly ClaimedRun? _run;

    private readonly NpgsqlDataSource _db;

    private IntakeTransaction(NpgsqlDataSource db, NpgsqlConnection connection, NpgsqlTransaction transaction, ClaimedRun? run)
    {
        _db = db;
        Connection = connection;
        _transaction = transaction;
        _run = run;
    }

    /// <summary>The connection that everything of the file goes through.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Begins, after any other file being taken in is done.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The run that takes the file; null outside of one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IntakeTransaction> BeginAsync(NpgsqlDataSource db, ClaimedRun? run, CancellationToken cancellationToken)
    {
        var connection = await db.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (run is not null)
            {
                await SessionMark.SetAsync(connection, run, cancellationToken);
            }

            await using var command = new NpgsqlCommand($"select pg_advisory_xact_lock({OneAtATime})", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(db, connection, transaction, run);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another connection to the same database, for what is read beside the transaction.</summary>
    public Task<NpgsqlConnection> OpenBesideAsync(CancellationToken cancellationToken) => _db.OpenConnectionAsync(cancellationToken).AsTask();

    /// <summary>
    /// Look-ups of thousands of keys go by index from here on, never over the whole table, whatever the planner believes about tables
    /// that are growing in this very transaction.
    /// </summary>
    public Task LookUpByIndexAsync(CancellationToken cancellationToken) => SetPlannerAsync("off", cancellationToken);

    /// <summary>Ends what <see cref="LookUpByIndexAsync"/> began.</summary>
    public Task PlanFreelyAsync(CancellationToken cancellationToken) => SetPlannerAsync("on", cancellationToken);

    /// <summary>Marks where <see cref="GoBackAsync"/> goes back to.</summary>
    public Task SaveAsync(CancellationToken cancellationToken) => _transaction.SaveAsync(Attempt, cancellationToken);

    /// <summary>Forgets the mark: what was written since stays with the transaction.</summary>
    public Task KeepAsync(CancellationToken cancellationToken) => _transaction.ReleaseAsync(Attempt, cancellationToken);

    /// <summary>Takes back what was written since the mark.</summary>
    public Task GoBackAsync(CancellationToken cancellationToken) => _transaction.RollbackAsync(Attempt, cancellationToken);

    /// <summary>Keeps everything, unless another process has the run by now.</summary>
    /// <exception cref="LeaseLostException">Another process has it; nothing is kept.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_run is not null)
        {
            await RunFence.HoldAsync(Connection, _run, cancellationToken);
        }

        await _transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Without a commit before, nothing is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private async Task SetPlannerAsync(string setting, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            string.Concat(PlansOverWholeTables.Select(plan => $"set local enable_{plan} = {setting};")),
            Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
