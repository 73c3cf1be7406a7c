using Hangfire.Dashboard;

namespace Cycle.Dashboard.Hangfire.Pages;

/// <summary>Leads from a run to the page of its job; to the page of tonight when it has none.</summary>
internal sealed class JobOfRun : IDashboardDispatcher
{
    public Task Dispatch(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var job = http.RequestServices.GetRequiredService<NightJobs>().Of(long.Parse(context.UriMatch.Groups["Run"].Value));
        http.Response.Redirect($"{http.Request.PathBase}{(job is null ? "/cycle" : $"/jobs/details/{job}")}");
        return Task.CompletedTask;
    }
}
