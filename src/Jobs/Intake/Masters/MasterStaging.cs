using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Masters;

/// <summary>A table of the transaction's own in which the rows of a master file wait until all are read.</summary>
/// <param name="connection">The file's connection.</param>
/// <param name="kind">What the file holds.</param>
internal sealed class MasterStaging(NpgsqlConnection connection, MasterKind kind)
{
    private IEnumerable<string> Names => kind.Staged.Select(column => column.Name);

    /// <summary>Makes the table.</summary>
    public Task CreateAsync(CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", kind.Staged.Select(column => $"{column.Name} {column.SqlType}"));
        return ExecuteAsync(
            $"create temp table staged (key text collate \"C\" primary key, line bigint not null, {columns}) on commit drop", [], cancellationToken);
    }

    /// <summary>Adds rows, the first of each key.</summary>
    /// <returns>Line, key and reason of those that are rejected.</returns>
    public async Task<List<(long Line, string Id, Rejection Why)>> AddAsync(List<MasterRow> rows, CancellationToken cancellationToken)
    {
        var readable = rows.FindAll(row => row.Rejection is null);
        var lines = await StagedLinesAsync([.. readable.Select(row => row.Key)], cancellationToken);
        var lookUp = readable.Count == 0 ? _ => null : await kind.LookUpAsync(connection, readable, cancellationToken);
        var rejects = new List<(long, string, Rejection)>();
        var good = new List<MasterRow>(rows.Count);
        foreach (var row in rows)
        {
            var why = row.Rejection ?? Repeated(row, lines) ?? lookUp(row);
            if (why is null)
            {
                lines.Add(row.Key, row.Line);
                good.Add(row);
            }
            else
            {
                rejects.Add((row.Line, row.Key, why));
            }
        }

        await CopyAsync(good, cancellationToken);
        return rejects;
    }

    /// <summary>Brings the rows where they belong, except those of which a master of a later date has told already.</summary>
    /// <returns>How many those were.</returns>
    public async Task<long> MergeAsync(DateOnly businessDate, DateOnly? fileDate, CancellationToken cancellationToken)
    {
        await ExecuteAsync("analyze staged", [], cancellationToken);
        object[] dates = [businessDate, fileDate ?? businessDate];
        var older = kind.ToldTable is { } table ? await ExecuteAsync(DropOlder(table), dates, cancellationToken) : 0;
        foreach (var command in kind.Merge)
        {
            await ExecuteAsync(command, dates, cancellationToken);
        }

        return older;
    }

    /// <summary>
    /// On the first business date the dated masters of before then are changes to the undated ones of that night, and come after them; on
    /// every other an undated one is the state of the night that takes it.
    /// </summary>
    private string DropOlder(string table) =>
        $"""
        delete from staged s using {table} t
        where t.{kind.KeyName} = s.key and t.told_on > $2
          and (t.told_on < $1 or exists (select from files where business_date < $1))
        """;

    private Rejection? Repeated(MasterRow row, Dictionary<string, long> lines) => lines.TryGetValue(row.Key, out var line)
        ? new(RejectReasons.MalformedRow, $"{kind.KeyName} {Found.Text(row.Key)} stands on line {line} already; one row for each expected.")
        : null;

    private async Task<Dictionary<string, long>> StagedLinesAsync(string[] keys, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select key, line from staged where key = any($1)", connection) { Parameters = { new() { Value = keys } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return lines;
    }

    private async Task CopyAsync(List<MasterRow> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy staged (key, line, {string.Join(", ", Names)}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.Key, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Bigint, cancellationToken);
            for (var i = 0; i < row.Values.Length; i++)
            {
                await copy.WriteAsync(row.Values[i], kind.Staged[i].Type, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task<int> ExecuteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
