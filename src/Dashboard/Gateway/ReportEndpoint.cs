using Cycle.Jobs.Messages;

namespace Cycle.Dashboard.Gateway;

/// <summary>Where Kannel brings delivery reports. No sign-in: each report shows the key of its message.</summary>
internal static class ReportEndpoint
{
    /// <summary>Maps the path of the settings' report address.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, KannelSettings settings, KannelReports reports, TimeProvider time) =>
        routes.MapGet(settings.ReportUrl.AbsolutePath, async context =>
        {
            var query = context.Request.Query;
            var outcome = await reports.KeepAsync(
                query["message"], query["key"], query["status"], query["reply"], time.GetUtcNow(), context.RequestAborted);
            context.Response.StatusCode = outcome switch
            {
                ReportOutcome.Kept => StatusCodes.Status200OK,
                ReportOutcome.Malformed => StatusCodes.Status400BadRequest,
                ReportOutcome.Stranger => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status404NotFound,
            };
        });
}
