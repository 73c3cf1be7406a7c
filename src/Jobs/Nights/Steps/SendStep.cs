using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Hands the night's messages to the file gateway; those of a cycle that waits for its release follow when it is released. Messages for
/// Kannel only wait in the table: quiet hours and a slow network are no reason for a night to last until the morning.
/// </summary>
internal sealed class SendStep : INightStep
{
    public string Name => "send";

    public bool IsMarkedByItsPlan => false;

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        await using var command = night.Database.CreateCommand(
            $"select count(*), count(*) filter (where gateway <> 'file') from messages where business_date = {Sql.Date(night.Date)}");
        command.CommandTimeout = WholePortfolio.TimeoutSeconds;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var (count, kannel) = (row.GetInt64(0), row.GetInt64(1));
        if (count == 0)
        {
            return "";
        }

        night.Progress.Begin(night.Date, Name, count);
        var sent = await new FileGateway(night.Database, night.Settings.Output, night.Settings.OutputSurvivesPowerCut).HandOverAsync(night.Date, cancellationToken);
        var held = count - kannel - sent;
        return string.Join(", ", ((string[])[
            sent > 0 || kannel == 0 ? $"{sent} messages handed to the file gateway" : "", kannel > 0 ? $"{kannel} messages wait for Kannel" : "",
            held > 0 ? $"{held} wait for release" : ""]).Where(part => part.Length > 0));
    }
}
