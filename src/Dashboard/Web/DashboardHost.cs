using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Jobs.Nights;
using Microsoft.Extensions.FileProviders;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>Builds the web host: pages, their assets and the health of this process.</summary>
internal static class DashboardHost
{
    /// <summary>The host, not yet started.</summary>
    /// <param name="database">The store; stays the caller's.</param>
    /// <param name="settings">What nights are run with.</param>
    /// <param name="urls">Where to listen, parted by semicolons.</param>
    /// <param name="scheduling">What makes this host keep the schedule and run nights; null serves the pages alone.</param>
    public static WebApplication Build(NpgsqlDataSource database, NightSettings settings, string urls, SchedulingSettings? scheduling = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Ctrl-C is the command's: it stops the host, then lets go of the database.
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        if (scheduling is not null)
        {
            builder.Services.AddCycleScheduler(scheduling);
        }

        builder.Services.AddRazorPages(options => options.RootDirectory = "/Web/Pages");

        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Web", "Assets")),
            RequestPath = "/assets",
        });
        app.UseRouting();
        app.MapCycleHealth();
        app.MapRazorPages();
        return app;
    }

    /// <summary>The command line handles signals itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
