using System.Text;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Hands the night's messages to the file gateway: one file a business date, written whole, so that sending again after an
/// interruption leaves every message in it once.
/// </summary>
internal sealed class SendStep : INightStep
{
    public string Name => "send";

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        var count = 0;
        var text = new StringBuilder();
        await using (var command = night.Database.CreateCommand(
            $"""
            select account_id, kind, mobile, text from messages
            where business_date = {Sql.Date(night.Date)} order by account_id, kind, idempotency_key
            """))
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                text.Append(rows.GetString(2)).Append('\t').Append(rows.GetString(1)).Append('\t')
                    .Append(rows.GetString(3).ReplaceLineEndings(" ")).Append('\n');
                count++;
            }
        }

        if (count == 0)
        {
            return "";
        }

        night.Progress.Begin(night.Date, Name, count);
        await OutputFile.WriteAsync(
            Path.Combine(night.Settings.Output, "messages", $"{night.Date:yyyy-MM-dd}.txt"), text.ToString(), cancellationToken);
        await using var sent = night.Database.CreateCommand(
            $"update messages set sent_at = now() where business_date = {Sql.Date(night.Date)} and sent_at is null");
        await sent.ExecuteNonQueryAsync(cancellationToken);
        return $"{count} messages handed to the file gateway";
    }
}
