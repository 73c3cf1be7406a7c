using Cycle.Dashboard.Gateway;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Web;
using Cycle.Jobs.Schedule;

namespace Cycle.Dashboard.CommandLine;

/// <summary>The host of the pages, the schedule and the nights, as <c>cycle serve</c> starts it.</summary>
/// <param name="nightly">The store, which stays the caller's.</param>
/// <param name="timetable">The schedule.</param>
/// <param name="scheduler">Keeps the schedule and runs what it plans.</param>
/// <param name="urls">Where to listen, several parted by semicolons.</param>
internal sealed class ServedHost(Nightly nightly, Timetable timetable, IHostScheduler scheduler, string urls)
{
    /// <summary>Starts it, anew when the database is lost meanwhile.</summary>
    public Task<WebApplication> StartAsync(CancellationToken cancellationToken) => Starting.OutlastAsync(
        async isAgain =>
        {
            if (isAgain)
            {
                await nightly.Settings.BeforeRetry(cancellationToken);
            }

            return await StartOnceAsync(cancellationToken);
        },
        () => true,
        cancellationToken);

    /// <summary>Waits until it is told to stop, and stops it.</summary>
    /// <exception cref="InvalidOperationException">A part of it could not go on, and the whole was stopped.</exception>
    public static async Task WaitAsync(WebApplication host, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync(CancellationToken.None);
        if (!cancellationToken.IsCancellationRequested)
        {
            throw PartEnded();
        }
    }

    /// <summary>Each time another one: a host that failed to start cannot be started again.</summary>
    private async Task<WebApplication> StartOnceAsync(CancellationToken cancellationToken)
    {
        var host = Build();
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await host.DisposeAsync();
            throw PartEnded();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Pages that look alive while messages stand still help nobody: a supervisor starts the whole again.</summary>
    private static InvalidOperationException PartEnded() =>
        new("A part of this host could not go on, as said above, and the others were stopped with it. Remove the cause, then start it again.");

    private WebApplication Build()
    {
        var messages = nightly.Settings.Messages;
        var scheduling = new SchedulingSettings(nightly.ConnectionString, timetable, nightly.SettingsOfNextNight);
        var host = DashboardHost.Build(nightly.Database, nightly.SettingsOfNextNight, urls, nightly.ConnectionString, services =>
        {
            scheduler.AddTo(services, scheduling);
            ServedGateway.AddTo(services, messages);
        });
        ServedGateway.MapOn(host, messages);
        scheduler.MapOn(host);
        return host;
    }
}
