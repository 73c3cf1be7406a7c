using Cycle.Dashboard.Gateway;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Web;
using Cycle.Jobs.Schedule;
using Microsoft.AspNetCore.Connections;

namespace Cycle.Dashboard.CommandLine;

/// <summary>The host of the pages, the schedule and the nights, as <c>cycle serve</c> starts it.</summary>
/// <param name="nightly">The store, which stays the caller's.</param>
/// <param name="timetable">The schedule.</param>
/// <param name="scheduler">Keeps the schedule and runs what it plans.</param>
/// <param name="urls">Where to listen, several parted by semicolons.</param>
internal sealed class ServedHost(Nightly nightly, Timetable timetable, IHostScheduler scheduler, string urls)
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

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

        // Its parts would take a start that is given up for a failure of theirs; a host that stops is none.
        using var stop = cancellationToken.Register(host.Lifetime.StopApplication);
        try
        {
            await host.StartAsync(CancellationToken.None);
            return host;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await EndAsync(host);
            throw PartEnded();
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await EndAsync(host);
            throw new UsageException($"--urls: found {urls}, where another program listens already. Stop that one, or name another address.");
        }
        catch
        {
            await EndAsync(host);
            throw;
        }
    }

    /// <summary>What of it had started ends in good order, before another host begins the same; a clock without its database would take half a minute.</summary>
    private static async Task EndAsync(WebApplication host)
    {
        using var limit = new CancellationTokenSource(LongestEnd);
        try
        {
            await host.StopAsync(limit.Token).WaitAsync(LongestEnd, CancellationToken.None);
        }
        catch (Exception unfinished) when (unfinished is not OutOfMemoryException)
        {
            // What could not start cannot always be stopped; why it could not start is what is told.
        }

        await host.DisposeAsync();
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
            services.AddSingleton(nightly.Suggested);
            scheduler.AddTo(services, scheduling);
            ServedGateway.AddTo(services, messages);
        });
        ServedGateway.MapOn(host, messages);
        scheduler.MapOn(host);
        return host;
    }
}
