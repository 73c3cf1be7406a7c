using Cycle.Jobs.Reviews;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>Counts each cycle once its night is complete, and the accounts of each statement day, so that no page waits for it.</summary>
internal sealed class ReviewMaker(NpgsqlDataSource database, TimeProvider clock, ILogger<ReviewMaker> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reviews = new CycleReviews(database);
        var days = new StatementDayCounts(database);
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var date in await reviews.MissingAsync(AtOnce, stoppingToken))
                {
                    await reviews.MakeAsync(date, stoppingToken);
                }

                await days.RefreshAsync(stoppingToken);

                await Task.Delay(Between, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException fault)
            {
                log.LogWarning("Cycles could not be counted and will be later: {Fault}", fault.Message);
                await Task.Delay(Between, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault)
            {
                // Nights and messages need no counts. Said once: the whole of it goes to a file, every 20 seconds.
                log.Log(fault.Message == said ? LogLevel.Debug : LogLevel.Error, fault, "Cycles could not be counted and will be later.");
                said = fault.Message;
                await Task.Delay(Between, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
