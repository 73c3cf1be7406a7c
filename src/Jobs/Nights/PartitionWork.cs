using Cycle.Jobs.Runs;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>One partition being worked on, and the accounts of it that failed alone.</summary>
/// <param name="night">The night.</param>
/// <param name="partition">The partition.</param>
/// <param name="connection">The connection inside the partition's transaction.</param>
/// <param name="selection">SQL that gives the column <c>account_id</c> of the partition's accounts.</param>
internal sealed class PartitionWork(Night night, Partition partition, NpgsqlConnection connection, string selection)
{
    private readonly List<SetAsideAccount> _setAside = [];

    public Night Night => night;

    public Partition Partition => partition;

    public NpgsqlConnection Connection => connection;

    public string Selection => selection;

    /// <summary>Reads the partition's accounts as the night sees them: with nothing that later nights took in.</summary>
    public AccountCycleReader Accounts { get; } = new(connection, AsOf.Night(night.Date));

    /// <summary>The accounts that failed alone.</summary>
    public IReadOnlyList<SetAsideAccount> SetAside => _setAside;

    /// <summary>Computes one account; when its rules fail, it alone is set aside with its error and the rest goes on.</summary>
    /// <returns>Null when it was set aside.</returns>
    public T? Try<T>(string accountId, Func<T> compute)
        where T : class
    {
        try
        {
            return compute();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _setAside.Add(new(accountId, CardNumberMask.MaskLongDigits(fault.Message)));
            return null;
        }
    }

    /// <summary>Keeps the accounts that failed alone, for a person to see.</summary>
    public async Task WriteSetAsideAsync(CancellationToken cancellationToken)
    {
        if (_setAside.Count == 0)
        {
            return;
        }

        await using var insert = new NpgsqlCommand(
            """
            insert into set_aside_accounts (run_id, step, account_id, error, set_aside_at)
            select $1, $2, failed.account_id, failed.error, now()
            from unnest($3::text[], $4::text[]) as failed (account_id, error)
            on conflict (run_id, step, account_id) do update
            set error = excluded.error, set_aside_at = excluded.set_aside_at, resolved_at = null, resolved_by = null, resolution = null
            """,
            connection);
        insert.Parameters.Add(new() { Value = partition.RunId, NpgsqlDbType = NpgsqlDbType.Bigint });
        insert.Parameters.Add(new() { Value = partition.Step, NpgsqlDbType = NpgsqlDbType.Smallint });
        insert.Parameters.Add(new() { Value = _setAside.Select(failed => failed.AccountId).ToArray() });
        insert.Parameters.Add(new() { Value = _setAside.Select(failed => failed.Error).ToArray() });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
