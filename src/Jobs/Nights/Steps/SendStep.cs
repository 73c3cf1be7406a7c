using Cycle.Jobs.Releases;
using Cycle.Ledger.Storage.Cycles;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>Hands the night's messages to the file gateway; those of a cycle that waits for its release follow when it is released.</summary>
internal sealed class SendStep : INightStep
{
    public string Name => "send";

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        await using var command = night.Database.CreateCommand(
            $"select count(*) from messages where business_date = {Sql.Date(night.Date)}");
        var count = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (count == 0)
        {
            return "";
        }

        night.Progress.Begin(night.Date, Name, count);
        var sent = await new FileGateway(night.Database, night.Settings.Output).HandOverAsync(night.Date, cancellationToken);
        return $"{sent} messages handed to the file gateway" + (sent < count ? $", {count - sent} wait for release" : "");
    }
}
