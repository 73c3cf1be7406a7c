using Cycle.Jobs.Messages;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>
/// Hands the night's messages to the file gateway. With another gateway they only wait in the table: quiet hours and a slow network
/// are no reason for a night to last until the morning.
/// </summary>
internal sealed class SendStep : INightStep
{
    public string Name => "send";

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        night.Progress.Begin(night.Date, Name, 0);
        if (night.Settings.Messages.Gateway != GatewayKind.File)
        {
            var waiting = await WaitingAsync(night, cancellationToken);
            return waiting == 0 ? "" : $"{waiting} messages wait for the gateway";
        }

        var written = await new FileGateway(night.Database, night.Settings.Output).WriteAsync(night.Date, cancellationToken);
        return written == 0 ? "" : $"{written} messages handed to the file gateway";
    }

    private static async Task<long> WaitingAsync(Night night, CancellationToken cancellationToken)
    {
        await using var command = night.Database.CreateCommand("select count(*) from messages where business_date = $1 and state = 'queued'");
        command.Parameters.Add(new() { Value = night.Date });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
