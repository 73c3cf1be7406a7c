using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Scheduling;
using Cycle.Dashboard.Web.Api;
using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Dashboard.Web.Telemetry;
using Cycle.Jobs.Nights;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>Builds the web host: pages, their assets, the read API and the health of this process.</summary>
internal static class DashboardHost
{
    /// <summary>The host, not yet started.</summary>
    /// <param name="database">The store; stays the caller's.</param>
    /// <param name="nights">What nights are run with, asked anew for every night.</param>
    /// <param name="urls">Where to listen, parted by semicolons.</param>
    /// <param name="connectionString">The store's connection string, for work on databases of its own such as a replay.</param>
    /// <param name="more">Services of the caller: schedule, workers, another clock.</param>
    public static WebApplication Build(
        NpgsqlDataSource database, Func<NightSettings> nights, string urls, string connectionString, Action<IServiceCollection>? more = null)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isSecure = addresses.All(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(addresses);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 << 10;
        });
        Log(builder.Logging);
        var services = builder.Services;
        services.AddSingleton<IHostLifetime, CommandLifetime>();
        services.AddSingleton(database);
        services.AddSingleton(nights());
        services.AddSingleton(nights);
        services.AddSingleton(new StoreAddress(connectionString));
        services.AddSingleton(TimeProvider.System);
        services.AddHealthChecks();
        services.AddSessions(Path.Combine(CycleHome.Var, "keys"), isSecure);
        services.AddSingleton<NightWatch>();
        services.AddSingleton<NightDesk>();
        services.AddSingleton<ExpectedVolumes>();
        services.AddSingleton<LongWork>();
        services.AddHostedService<ReviewMaker>();
        services.AddHostedService<NightMetrics>();
        services.AddHostedService<TelemetryExport>();
        services.AddOpenApi("v1");
        AddPages(services);
        more?.Invoke(services);

        // Unless the caller named a database.
        services.TryAddSingleton(new SuggestedCommands(null));

        var app = builder.Build();
        app.UseExceptionHandler("/fault");
        app.UseWhen(context => !IsForPrograms(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        if (isSecure)
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        UseAssets(app);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapCycleHealth();
        app.MapGet("/tonight/events", NightEvents.StreamAsync).RequireAuthorization(May.SeeNights);
        app.MapGet("/session", () => Results.NoContent()).RequireAuthorization();
        app.MapStatementFile();
        app.MapReadApi();
        app.MapRazorPages();
        return app;
    }

    /// <summary>A program reads the status; a page of words is for people.</summary>
    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/assets") || path.StartsWithSegments("/tonight");

    private static void Log(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddConsole(console => console.FormatterName = WordsFormatter.FormatterName)
            .AddConsoleFormatter<WordsFormatter, ConsoleFormatterOptions>();

        // Every page that a person leaves while it loads would be an error in the log.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.Critical);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Words>();
        services.AddRazorPages(options =>
            {
                options.RootDirectory = "/Web/Pages";
                options.Conventions.AuthorizeFolder("/Operations", May.SeeNights);
                options.Conventions.AuthorizeFolder("/Finance", May.SeeCycles);
                options.Conventions.AuthorizeFolder("/Audit", May.Audit);
                options.Conventions.AuthorizeFolder("/People", May.KeepPeople);
                options.Conventions.AuthorizeFolder("/Accountability", May.SeeTrail);
            })
            .AddMvcOptions(options => options.Filters.Add<NeedsFilter>())
            .AddCookieTempDataProvider(options =>
            {
                options.Cookie.Name = "cycle-said";
                options.Cookie.SameSite = SameSiteMode.Strict;
            });
    }

    private static void UseAssets(WebApplication app)
    {
        app.UseStaticFiles(Files("/assets", Path.Combine(AppContext.BaseDirectory, "Web", "Assets")));
        app.UseStaticFiles(Files("/assets/fonts", Path.Combine(AppContext.BaseDirectory, "Rendering", "Fonts")));

        static StaticFileOptions Files(string path, string folder) => new()
        {
            RequestPath = path,
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = new Microsoft.AspNetCore.StaticFiles.FileExtensionContentTypeProvider(
                new Dictionary<string, string> { [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".ttf"] = "font/ttf" }),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "max-age=3600",
        };
    }

    /// <summary>The command line handles signals itself: it stops the host, then lets go of the database.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
