using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Releases;

/// <summary>Due notices that waited for the release of their cycle, and may go out now.</summary>
/// <param name="database">The store.</param>
/// <param name="gateway">Where they go.</param>
internal sealed class WaitingNotices(NpgsqlDataSource database, FileGateway gateway)
{
    /// <summary>Hands over those of a cycle, or of any: the file of each night concerned is written again, with what may go out now.</summary>
    /// <returns>How many messages were handed over.</returns>
    public async Task<int> HandOverAsync(DateOnly? statementDate, CancellationToken cancellationToken)
    {
        var waiting = await ReadAsync(statementDate, cancellationToken);
        foreach (var (date, _) in waiting)
        {
            await gateway.HandOverAsync(date, cancellationToken);
        }

        return waiting.Sum(night => night.Count);
    }

    private async Task<List<(DateOnly Date, int Count)>> ReadAsync(DateOnly? statementDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select m.business_date, count(*)::int from messages m
            where m.sent_at is null and m.kind = 'DUE_NOTICE' and {ReleaseRules.MessageMayGo("m")}
              and ($1 is null or {ReleaseRules.StatementDateOf("m")} = $1)
            group by 1 order by 1
            """);
        command.Parameters.Add(new() { Value = (object?)statementDate ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var waiting = new List<(DateOnly, int)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            waiting.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt32(1)));
        }

        return waiting;
    }
}
