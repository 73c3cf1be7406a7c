using System.Text;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Releases;

/// <summary>
/// Hands messages to the file gateway: one file a business date, written whole, so that handing over again leaves every message in it
/// once. What waits for release or is held back is left out, and stays unsent.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder whose <c>messages</c> folder the gateway reads.</param>
public sealed class FileGateway(NpgsqlDataSource database, string output)
{
    /// <summary>Hands over every message of a business date that may go out.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="cancellationToken">Ends the work; nothing is marked as sent that is not in the file.</param>
    /// <returns>How many messages the file holds.</returns>
    public async Task<int> HandOverAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        var text = new StringBuilder();
        await using (var command = database.CreateCommand(
            $"""
            select m.message_id, m.kind, m.mobile, m.text from messages m
            where m.business_date = {Sql.Date(date)} and m.gateway = 'file' and {ReleaseRules.MessageMayGo("m")}
            order by m.account_id, m.kind, m.idempotency_key
            """))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                text.Append(rows.GetString(2)).Append('\t').Append(rows.GetString(1)).Append('\t')
                    .Append(rows.GetString(3).ReplaceLineEndings(" ")).Append('\n');
                ids.Add(rows.GetInt64(0));
            }
        }

        if (ids.Count == 0)
        {
            return 0;
        }

        await OutputFile.KeepAsync(Path.Combine(output, "messages", $"{date:yyyy-MM-dd}.txt"), text.ToString(), cancellationToken);
        await using var sent = database.CreateCommand(
            $"update messages set state = 'sent', sent_at = now() where business_date = {Sql.Date(date)} and message_id = any($1) and sent_at is null");
        sent.Parameters.Add(new() { Value = ids });
        await sent.ExecuteNonQueryAsync(cancellationToken);
        return ids.Count;
    }

    /// <summary>The business dates with messages for the file that are in none yet, first to last.</summary>
    public async Task<IReadOnlyList<DateOnly>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select distinct business_date from messages where state = 'queued' and gateway = 'file' order by 1");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var dates = new List<DateOnly>();
        while (await rows.ReadAsync(cancellationToken))
        {
            dates.Add(rows.GetFieldValue<DateOnly>(0));
        }

        return dates;
    }
}
