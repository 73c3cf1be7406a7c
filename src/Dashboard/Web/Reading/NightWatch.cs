using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>What Tonight shows, read once for however many people watch.</summary>
/// <param name="database">The store.</param>
/// <param name="clock">Says when what was read is old.</param>
internal sealed class NightWatch(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(400);
    private readonly SemaphoreSlim _reading = new(1);
    private readonly RunReader _runs = new(database);
    private NightSnapshot? _last;
    private long _readAt;
    private (long RunId, TimeSpan? Length) _usual;

    /// <summary>The night that is open, else the latest; null before the first.</summary>
    public async Task<NightSnapshot?> SeeAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || clock.GetElapsedTime(_readAt) > Fresh)
            {
                _last = await ReadAsync(cancellationToken);
                _readAt = clock.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The night of any run, read anew; null when there is no such run.</summary>
    public async Task<NightSnapshot?> OfRunAsync(long runId, CancellationToken cancellationToken) =>
        await _runs.OneAsync(runId, cancellationToken) is { } run
            ? await ReadAsync(run, await _runs.UsualAsync(run.BusinessDate, cancellationToken), cancellationToken)
            : null;

    /// <summary>Who works or worked on a step.</summary>
    public Task<List<WorkerRow>> WorkersAsync(long runId, short step, CancellationToken cancellationToken) => database.ListAsync(
        """
        select worker, count(*) filter (where state = 'running'), count(*) filter (where state = 'completed'),
               coalesce(sum(accounts_done), 0)::bigint, max(coalesce(ended_at, started_at))
        from run_partitions where run_id = $1 and step = $2 and worker is not null
        group by worker order by 2 desc, 1 limit 100
        """,
        row => new WorkerRow(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.MomentOrNull(4)),
        cancellationToken, runId, step);

    public void Dispose() => _reading.Dispose();

    private async Task<NightSnapshot?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await _runs.CurrentAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        if (_usual.RunId != run.RunId)
        {
            _usual = (run.RunId, await _runs.UsualAsync(run.BusinessDate, cancellationToken));
        }

        return await ReadAsync(run, _usual.Length, cancellationToken);
    }

    private async Task<NightSnapshot> ReadAsync(RunRow run, TimeSpan? usual, CancellationToken cancellationToken)
    {
        var steps = await _runs.StepsAsync(run.RunId, cancellationToken);
        var counts = (await database.ListAsync(
            """
            select (select coalesce(sum(rejected), 0)::bigint from files where business_date = $1),
                   (select count(*) from file_refusals where business_date = $1),
                   (select count(distinct account_id) from set_aside_accounts where run_id = $2), now()
            """,
            row => (Rejects: row.GetInt64(0), Refusals: row.GetInt64(1), SetAside: row.GetInt64(2), Now: row.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken, run.BusinessDate, run.RunId))[0];
        var night = new NightSnapshot(run, steps, [], "", counts.Rejects, counts.Refusals, counts.SetAside, usual, counts.Now);
        return night.Current is not { Partitions: > 0 } current
            ? night
            : night with
            {
                Workers = await WorkersAsync(run.RunId, current.Number, cancellationToken),
                Cells = await CellsAsync(run.RunId, current.Number, cancellationToken),
            };
    }

    private async Task<string> CellsAsync(long runId, short step, CancellationToken cancellationToken) => await database.FirstAsync(
        "select coalesce(string_agg(left(state, 1), '' order by number), '') from run_partitions where run_id = $1 and step = $2",
        row => row.GetString(0), cancellationToken, runId, step) ?? "";
}
