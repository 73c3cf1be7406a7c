using Cycle.Jobs.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Releases;

/// <summary>
/// Due notices that waited for the release of their cycle, and may go out now. Those for Kannel are taken by its sender, which sees by
/// itself that they may go, and are not counted here.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="gateway">Where they go.</param>
internal sealed class WaitingNotices(NpgsqlDataSource database, FileGateway gateway)
{
    /// <summary>
    /// Hands over those of a cycle, or of any: the file of each night concerned is written again, with what may go out now. What lets them
    /// go is kept by now, so nothing but a fault ends it.
    /// </summary>
    /// <param name="statementDate">The cycle, or null for any.</param>
    /// <param name="done">What lets them go, as the beginning of a sentence.</param>
    /// <returns>How many messages were handed over.</returns>
    /// <exception cref="UnfinishedException">They could not be handed over, and wait.</exception>
    public async Task<int> HandOverAsync(DateOnly? statementDate, string done)
    {
        try
        {
            var waiting = await ReadAsync(statementDate);
            foreach (var (date, _) in waiting)
            {
                await gateway.HandOverAsync(date, CancellationToken.None);
            }

            return waiting.Sum(night => night.Count);
        }
        catch (Exception fault)
        {
            throw HandOverFault.Of(done, gateway.Output, fault);
        }
    }

    private async Task<List<(DateOnly Date, int Count)>> ReadAsync(DateOnly? statementDate)
    {
        await using var command = database.CreateCommand(
            $"""
            select m.business_date, count(*)::int from messages m
            where m.gateway = 'file' and m.state = 'queued' and m.kind = 'DUE_NOTICE' and {ReleaseRules.MessageMayGo("m")}
              and ($1 is null or {ReleaseRules.StatementDateOf("m")} = $1)
            group by 1 order by 1
            """);
        command.Parameters.Add(new() { Value = (object?)statementDate ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        await using var rows = await command.ExecuteReaderAsync();
        var waiting = new List<(DateOnly, int)>();
        while (await rows.ReadAsync())
        {
            waiting.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt32(1)));
        }

        return waiting;
    }
}
