using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>Who worked on the latest nights.</summary>
internal sealed class WorkersModel(NpgsqlDataSource database) : CyclePage
{
    private const int Nights = 5;

    public IReadOnlyList<(RunRow Run, WorkerRow Worker)> Workers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var runs = await new RunReader(database).BeforeAsync(DateOnly.MaxValue, cancellationToken);
        var workers = new List<(RunRow, WorkerRow)>();
        foreach (var run in runs.Take(Nights))
        {
            workers.AddRange((await WorkersAsync(run.RunId, cancellationToken)).Select(worker => (run, worker)));
        }

        Workers = workers;
    }

    private Task<List<WorkerRow>> WorkersAsync(long runId, CancellationToken cancellationToken) => database.ListAsync(
        """
        select worker, count(*) filter (where state = 'running'), count(*) filter (where state = 'completed'),
               coalesce(sum(accounts_done), 0)::bigint, max(coalesce(ended_at, started_at))
        from run_partitions where run_id = $1 and worker is not null group by worker order by 1 limit 100
        """,
        row => new WorkerRow(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.MomentOrNull(4)),
        cancellationToken, runId);
}
