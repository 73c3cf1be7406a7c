using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Releases;

/// <summary>
/// Hands messages to the file gateway: one file a business date, written whole, so that handing over again leaves every message in it
/// once. What waits for release or is held back is left out, and stays unsent.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder whose <c>messages</c> folder the gateway reads.</param>
/// <param name="survivesPowerCut">Whether a file is on the disk before its messages count as sent.</param>
public sealed class FileGateway(NpgsqlDataSource database, string output, bool survivesPowerCut = true)
{
    /// <summary>The first of the two keys of the lock of a date's file; the second is the date.</summary>
    private const int FileLock = 0x4D534753;

    /// <summary>The folder whose <c>messages</c> folder the gateway reads.</summary>
    internal string Output => output;

    /// <summary>Hands over every message of a business date that may go out. Two that hand over the same date do it one after the other.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="cancellationToken">Ends the work; nothing is marked as sent that is not in the file.</param>
    /// <returns>How many messages the file holds.</returns>
    public async Task<int> HandOverAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({FileLock}, {date.DayNumber})", cancellationToken);
        var count = await WriteFileAsync(connection, date, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>
    /// Writes the file while its rows come, however many they are. One statement marks the messages and gives them, with those marked
    /// before, so that mark and file are of the same ones; the mark holds when the transaction is committed, and the file is whole before.
    /// Nothing is joined: what a night queued is in no statistics yet, and a plan made without them takes the square of its messages.
    /// </summary>
    private async Task<int> WriteFileAsync(NpgsqlConnection connection, DateOnly date, CancellationToken cancellationToken)
    {
        var going = $"m.business_date = {Sql.Date(date)} and m.gateway = 'file' and {ReleaseRules.MessageMayGo("m")}";
        await using var command = new NpgsqlCommand(
            $"""
            with sent as (
                update messages m set state = 'sent', sent_at = now() where {going} and m.state = 'queued'
                returning m.mobile, m.kind, m.text, m.account_id, m.idempotency_key)
            select mobile, kind, text from (
                select * from sent
                union all
                select m.mobile, m.kind, m.text, m.account_id, m.idempotency_key from messages m where {going} and m.state <> 'queued') gone
            order by account_id, kind, idempotency_key
            """,
            connection) { CommandTimeout = WholePortfolio.TimeoutSeconds };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        if (!await rows.ReadAsync(cancellationToken))
        {
            return 0;
        }

        var count = 0;
        await OutputFile.KeepAsync(
            Path.Combine(output, "messages", $"{date:yyyy-MM-dd}.txt"),
            async file =>
            {
                count = await WriteAsync(file, rows, cancellationToken);
                await rows.DisposeAsync();
                // A process that was frozen meanwhile has lost its session, and the lock with it: a newer file must not get this one's place.
                await ExecuteAsync(connection, "select 1", cancellationToken);
            },
            survivesPowerCut);
        return count;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = WholePortfolio.TimeoutSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> WriteAsync(Stream file, NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var text = new StreamWriter(file, bufferSize: 1 << 16, leaveOpen: true);
        do
        {
            text.Write($"{rows.GetString(0)}\t{rows.GetString(1)}\t{rows.GetString(2).ReplaceLineEndings(" ")}\n");
            count++;
        }
        while (await rows.ReadAsync(cancellationToken));
        return count;
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
