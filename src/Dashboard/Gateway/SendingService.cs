using Cycle.Jobs.Messages;
using Npgsql;

namespace Cycle.Dashboard.Gateway;

/// <summary>Sends messages as they come, for as long as the pages are served; what was being handed over when it is stopped is finished first.</summary>
internal sealed class SendingService(NpgsqlDataSource database, KannelSettings settings, KannelCredentials credentials, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await new KannelSender(database, settings, credentials, time, Say).RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private void Say(string words) => Console.WriteLine($"{time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z {words}");
}
