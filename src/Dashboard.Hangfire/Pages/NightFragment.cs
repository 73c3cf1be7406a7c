using Cycle.Dashboard.Web;
using Hangfire.Dashboard;

namespace Cycle.Dashboard.Hangfire.Pages;

/// <summary>A night's figures as they are now, for the script to put in place of those before.</summary>
internal sealed class NightFragment : IDashboardDispatcher
{
    public async Task Dispatch(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var night = context.UriMatch.Groups["Run"] is { Success: true } run
            ? await NightView.OfRunAsync(http.RequestServices, long.Parse(run.Value), http.RequestAborted)
            : await NightView.TonightAsync(http.RequestServices, http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(night is null ? "" : NightView.Figures(night, http.RequestServices.GetRequiredService<Words>()), http.RequestAborted);
    }
}
