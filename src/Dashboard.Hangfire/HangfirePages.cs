using System.Reflection;
using Cycle.Dashboard.Hangfire.Pages;
using Cycle.Dashboard.Web;
using Cycle.Dashboard.Web.Security;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Authorization;

namespace Cycle.Dashboard.Hangfire;

/// <summary>Hangfire's dashboard at <c>/hangfire</c>, with a night's progress on the page of its job and a page of tonight.</summary>
internal static class HangfirePages
{
    private const string Path = "/hangfire";
    private const string MaySee = "SeeHangfire";

    /// <summary>Hangfire keeps menu, routes and renderers in statics: they are added once a process.</summary>
    static HangfirePages()
    {
        var ours = Assembly.GetExecutingAssembly();
        DashboardRoutes.AddStylesheet(ours, "night.css");
        DashboardRoutes.AddJavaScript(ours, "night.js");
        DashboardRoutes.Routes.AddRazorPage("/cycle", _ => new TonightPage());
        DashboardRoutes.Routes.Add("/cycle/tonight", new NightFragment());
        DashboardRoutes.Routes.Add("/cycle/night/(?<Run>[0-9]+)", new NightFragment());
        DashboardRoutes.Routes.Add("/cycle/run/(?<Run>[0-9]+)", new JobOfRun());
        NavigationMenu.Items.Insert(0, page => new("Cycle", page.Url.To("/cycle"))
        {
            Active = page.RequestPath.StartsWith("/cycle", StringComparison.Ordinal),
        });
        GlobalConfiguration.Configuration.UseJobDetailsRenderer(0, job => new(NightView.OnJobPage(job)));
    }

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthorizationBuilder().AddPolicy(MaySee, may => may.RequireRole(Role.All));
        services.AddSingleton<IStartupFilter>(new HangfireHeaders(Path));
        services.AddSingleton(new SchedulerPages("Hangfire", $"{Path}/cycle", runId => $"{Path}/cycle/run/{runId}"));
    }

    /// <summary>Whoever has a role may look; only who runs nights or keeps the system may do something.</summary>
    public static void MapOn(WebApplication host) => host.MapHangfireDashboardWithAuthorizationPolicy(MaySee, Path, new()
    {
        AppPath = "/",
        DashboardTitle = "Cycle on Hangfire",
        DisplayStorageConnectionString = false,
        IsReadOnlyFunc = page => page.GetHttpContext().User is not { } person || !(person.IsInRole(Role.Operations) || person.IsInRole(Role.Administrator)),
    });
}
