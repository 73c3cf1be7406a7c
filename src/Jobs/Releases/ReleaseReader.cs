using Npgsql;

namespace Cycle.Jobs.Releases;

/// <summary>Reads which cycles wait for release and what is held back.</summary>
/// <param name="database">The store.</param>
public sealed class ReleaseReader(NpgsqlDataSource database)
{
    /// <summary>Cycles a page.</summary>
    public const int PageSize = 30;

    private const int ShownHeld = 200;

    /// <summary>Whether a second person has to release a cycle.</summary>
    public async Task<bool> IsRequiredAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select value from settings where name = $1");
        command.Parameters.Add(new() { Value = ReleaseRules.Setting });
        return await command.ExecuteScalarAsync(cancellationToken) is ReleaseRules.Required;
    }

    /// <summary>Cycles whose night is complete, latest first, before a date.</summary>
    public Task<List<CycleRelease>> BeforeAsync(DateOnly before, CancellationToken cancellationToken) => ReadAsync(
        "r.business_date < $1 and r.report -> 'statements' ->> 'count' <> '0'", before, PageSize + 1, cancellationToken);

    /// <summary>One cycle; null when it has no statements or its night is not complete.</summary>
    public async Task<CycleRelease?> OneAsync(DateOnly statementDate, CancellationToken cancellationToken) => (await ReadAsync(
        "r.business_date = $1 and r.report -> 'statements' ->> 'count' <> '0'", statementDate, 1, cancellationToken)).FirstOrDefault();

    /// <summary>What is held back of a cycle.</summary>
    public async Task<List<HeldStatement>> HeldAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select account_id, held_by, held_at, reason from held_statements where statement_date = $1 order by account_id limit {ShownHeld}");
        command.Parameters.Add(new() { Value = statementDate });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var held = new List<HeldStatement>();
        while (await rows.ReadAsync(cancellationToken))
        {
            held.Add(new(statementDate, rows.GetString(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetString(3)));
        }

        return held;
    }

    /// <summary>How many statements of a cycle may not go out now: not released, or held back.</summary>
    public async Task<long> WithheldAsync(DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select count(*) from statements s where s.statement_date = $1 and not {ReleaseRules.StatementMayGo("s")}");
        command.Parameters.Add(new() { Value = statementDate });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<List<CycleRelease>> ReadAsync(string condition, DateOnly date, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select r.business_date, (r.report -> 'statements' ->> 'count')::bigint, r.report -> 'statements' ->> 'newBalance',
                   (select count(*) from held_statements h where h.statement_date = r.business_date),
                   c.asked_by, c.asked_at, c.released_by, c.released_at
            from control_reports r left join cycle_releases c on c.statement_date = r.business_date
            where {condition} order by r.business_date desc limit {limit}
            """);
        command.Parameters.Add(new() { Value = date });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var cycles = new List<CycleRelease>();
        while (await rows.ReadAsync(cancellationToken))
        {
            cycles.Add(new(
                rows.GetFieldValue<DateOnly>(0), rows.GetInt64(1), rows.GetString(2), rows.GetInt64(3),
                rows.IsDBNull(4) ? null : rows.GetString(4), Moment(rows, 5), rows.IsDBNull(6) ? null : rows.GetString(6), Moment(rows, 7)));
        }

        return cycles;
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
