using System.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Web.Api;

namespace Cycle.Dashboard.CommandLine;

/// <summary><c>cycle serve</c>: the pages, the schedule and the nights it plans; and, where the gateway is Kannel, messages and their reports.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    /// <param name="scheduler">Keeps the schedule and runs what it plans.</param>
    public static Command Make(IHostScheduler scheduler)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, several parted by semicolons; http on this machine alone, https anywhere.",
            DefaultValueFactory = _ => DefaultUrls,
        };
        var inbox = Options.Inbox();
        var output = Options.Out();
        var tariff = Options.Tariff();
        var workers = Options.Workers();
        var database = Options.Database();
        var schedule = Options.Schedule();
        var named = Options.Scheduler(scheduler);
        var command = new Command("serve", "Serves the pages, keeps the schedule and runs the nights it plans, until it is stopped.")
        {
            urls, inbox, output, tariff, workers, database, schedule, named,
        };
        command.SetAction((parsed, cancellationToken) => Guarded.UntilStoppedAsync(async () =>
        {
            RequireSecure(parsed.GetValue(urls)!);

            // Else the first program that calls would be the one to find out.
            new BearerOptions().FromEnvironment();
            var timetable = await ScheduleFile.ReadAsync(parsed.GetValue(schedule), cancellationToken);
            await using var nightly = await Nightly.OpenAsync(
                parsed.GetValue(inbox), parsed.GetValue(output), parsed.GetValue(tariff)!, parsed.GetValue(workers), parsed.GetValue(database),
                cancellationToken);
            var served = new ServedHost(nightly, timetable, scheduler, parsed.GetValue(urls)!);
            await using var host = await served.StartAsync(cancellationToken);
            Console.WriteLine($"Cycle listens on {string.Join(", ", host.Urls)}. Stop it with Ctrl-C.");
            await ServedHost.WaitAsync(host, cancellationToken);
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    /// <summary>A password and a session must not cross a network in the clear.</summary>
    private static void RequireSecure(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new UsageException($"--urls: found '{url}', expected an address such as {DefaultUrls}.");
            }

            if (address.Scheme == "http" && !address.IsLoopback)
            {
                throw new UsageException(
                    $"--urls: found '{url}', expected https for an address that other machines reach. Give https://... and a certificate " +
                    "(ASPNETCORE_Kestrel__Certificates__Default__Path), or listen on loopback behind a proxy.");
            }
        }
    }
}
