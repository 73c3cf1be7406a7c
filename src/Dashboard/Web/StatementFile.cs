using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Outputs;
using Npgsql;

namespace Cycle.Dashboard.Web;

/// <summary>A statement's PDF: shown in its page, or to keep, which goes into the trail.</summary>
internal static class StatementFile
{
    public static void MapStatementFile(this WebApplication app) =>
        app.MapGet("/cycles/{date}/{account}/pdf", GetAsync).RequireAuthorization(May.SeeCycles);

    private static async Task<IResult> GetAsync(
        string date, string account, bool? download, HttpContext context, NpgsqlDataSource database, NightSettings settings,
        CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", out var statementDate)
            || await new StatementPdf(database, settings.Output).ReadAsync(account, statementDate, cancellationToken) is not { } pdf)
        {
            return Results.NotFound();
        }

        if (download != true)
        {
            // The browser's own viewer is a plug-in inside of this answer, which the rules for pages would forbid.
            context.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
            return Results.Bytes(pdf, "application/pdf");
        }

        var subject = $"cycle {statementDate:yyyy-MM-dd}, account {account}";
        await Trail.AddAsync(database, context.User.Identity!.Name!, "statement.download", subject, "", cancellationToken);
        return Results.Bytes(pdf, "application/pdf", Path.GetFileName(StatementFiles.PathOf(account, statementDate)));
    }
}
