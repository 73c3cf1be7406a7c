using System.Diagnostics.Metrics;
using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Telemetry;

/// <summary>The night as metrics, measured from its rows so that it does not matter which process works on it.</summary>
internal sealed class NightMetrics(NightWatch watch, NpgsqlDataSource database, TimeProvider clock, ILogger<NightMetrics> log) : BackgroundService
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Cycle";

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private readonly Meter _meter = new(MeterName);

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isOpen = _meter.CreateGauge<int>("cycle.night.open", description: "1 while a night is open");
        var steps = _meter.CreateGauge<int>("cycle.night.steps.done", "{step}", "Steps of the night that are done");
        var accounts = _meter.CreateGauge<long>("cycle.night.step.done", "{account}", "What is done of the step at work");
        var rejects = _meter.CreateGauge<long>("cycle.night.rejects", "{row}", "Rows rejected in the night");
        var setAside = _meter.CreateGauge<long>("cycle.night.accounts.set_aside", "{account}", "Accounts set aside in the night");
        var waiting = _meter.CreateGauge<long>("cycle.messages.waiting", "{message}", "Messages that wait to be handed over");
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await watch.SeeAsync(stoppingToken) is { } night)
                {
                    isOpen.Record(night.Run.IsOpen ? 1 : 0);
                    steps.Record(night.StepsDone);
                    accounts.Record(night.Current?.Done ?? 0);
                    rejects.Record(night.Rejects);
                    setAside.Record(night.SetAside);
                }

                waiting.Record(await WaitingMessages.CountAsync(database, stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException fault)
            {
                log.LogWarning("The night could not be measured: {Fault}", fault.Message);
            }
            catch (Exception fault)
            {
                // Nights need no gauges. Said once: the whole of it goes to a file, every 10 seconds.
                log.Log(fault.Message == said ? LogLevel.Debug : LogLevel.Error, fault, "The night could not be measured.");
                said = fault.Message;
            }

            await Task.Delay(Between, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
