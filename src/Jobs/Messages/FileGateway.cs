using System.Text;
using Cycle.Jobs.Nights;
using Npgsql;

namespace Cycle.Jobs.Messages;

/// <summary>
/// The outbox to a file: one file a business date, <c>messages/DATE.txt</c>, number, kind and text of each message parted by tabs.
/// Written whole, so that writing again after an interruption leaves every message in it once.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder that results go to.</param>
public sealed class FileGateway(NpgsqlDataSource database, string output)
{
    /// <summary>Writes the messages of a business date that no other gateway took, and marks them sent.</summary>
    /// <returns>How many are in the file; where there are none, there is no file.</returns>
    public async Task<int> WriteAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var (text, count) = await ReadAsync(date, cancellationToken);
        if (count == 0)
        {
            return 0;
        }

        await OutputFile.WriteAsync(Path.Combine(output, "messages", $"{date:yyyy-MM-dd}.txt"), text, cancellationToken);
        await using var sent = database.CreateCommand(
            "update messages set state = 'sent', gateway = 'file', sent_at = now() where business_date = $1 and state = 'queued'");
        sent.Parameters.Add(new() { Value = date });
        await sent.ExecuteNonQueryAsync(cancellationToken);
        return count;
    }

    /// <summary>The business dates with messages that still wait, first to last.</summary>
    public async Task<IReadOnlyList<DateOnly>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select distinct business_date from messages where state = 'queued' order by 1");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var dates = new List<DateOnly>();
        while (await rows.ReadAsync(cancellationToken))
        {
            dates.Add(rows.GetFieldValue<DateOnly>(0));
        }

        return dates;
    }

    private async Task<(string Text, int Count)> ReadAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select kind, mobile, text from messages
            where business_date = $1 and (state = 'queued' or gateway = 'file') order by account_id, kind, idempotency_key
            """);
        command.Parameters.Add(new() { Value = date });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (text, count) = (new StringBuilder(), 0);
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            text.Append(rows.GetString(1)).Append('\t').Append(rows.GetString(0)).Append('\t')
                .Append(rows.GetString(2).ReplaceLineEndings(" ")).Append('\n');
        }

        return (text.ToString(), count);
    }
}
