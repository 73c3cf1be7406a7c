using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The processes that work on nights.</summary>
internal sealed class WorkersModel(NpgsqlDataSource database) : CyclePage
{
    private const int Shown = 100;

    public IReadOnlyList<ProcessRow> Workers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Workers = await database.ListAsync(
        $"""
        select w.worker, w.role, w.program, w.lanes, w.started_at, w.seen_at, w.ended_at,
               (select count(*) from run_partitions p where p.worker = w.worker and p.state = 'running'),
               w.ended_at is null and w.seen_at > now() - interval '30 seconds'
        from run_workers w order by w.seen_at desc limit {Shown}
        """,
        row => new ProcessRow(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5), row.MomentOrNull(6), row.GetInt64(7), row.GetBoolean(8)),
        cancellationToken);
}
