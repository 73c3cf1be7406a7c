using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Npgsql;

namespace Cycle.Dashboard.Web.Api;

/// <summary>The read API, version 1: what the pages show, for programs. Lists page by key; <c>next</c> is the key of the next page.</summary>
internal static class ReadApi
{
    private const int PageSize = 100;

    public static void MapReadApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        var api = app.MapGroup("/api/v1");
        api.MapGet("/runs", RunsAsync).RequireAuthorization(May.SeeNights).WithSummary("Runs, latest business date first.");
        api.MapGet("/runs/{id:long}", RunAsync).RequireAuthorization(May.SeeNights).WithSummary("A run with its steps.");
        api.MapGet("/statements", StatementsAsync).RequireAuthorization(May.SeeCycles).WithSummary("Statements of a date, by account.");
        api.MapGet("/rejects", RejectsAsync).RequireAuthorization(May.SeeNights).WithSummary("Rejected rows of a file, by line.");
        api.MapGet("/health", HealthAsync).RequireAuthorization(May.SeeNights).WithSummary("Whether nights go as they should.");
    }

    private static async Task<ApiPage<ApiRun>> RunsAsync(NpgsqlDataSource database, DateOnly? before, CancellationToken cancellationToken)
    {
        var runs = await new RunReader(database).BeforeAsync(before ?? DateOnly.MaxValue, cancellationToken);
        ApiRun[] shown = [.. runs.Take(RunReader.PageSize).Select(run => ApiRun.Of(run))];
        return new(shown, runs.Count > RunReader.PageSize ? Show.Date(shown[^1].BusinessDate) : null);
    }

    private static async Task<IResult> RunAsync(long id, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var reader = new RunReader(database);
        return await reader.OneAsync(id, cancellationToken) is { } run
            ? Results.Ok(ApiRun.Of(run, await reader.StepsAsync(id, cancellationToken)))
            : Results.NotFound();
    }

    private static async Task<ApiPage<ApiStatement>> StatementsAsync(
        NpgsqlDataSource database, DateOnly date, string? after, CancellationToken cancellationToken)
    {
        var statements = await database.ListAsync(
            $"""
            select account_id, statement_date, due_date, previous_balance, payments, refunds, purchases, cash_advances, instalments, fees,
                   interest, new_balance, minimum_payment, overdue_cycles, overdue_amount
            from statements where statement_date = $1 and account_id > $2 order by account_id limit {PageSize + 1}
            """,
            ApiStatement.Read, cancellationToken, date, after ?? "");
        ApiStatement[] shown = [.. statements.Take(PageSize)];
        return new(shown, statements.Count > PageSize ? shown[^1].AccountId : null);
    }

    private static async Task<ApiPage<RejectRow>> RejectsAsync(
        NpgsqlDataSource database, string file, long? after, CancellationToken cancellationToken)
    {
        var rejects = await new FileReader(database).RejectsAsync(file, after ?? 0, cancellationToken);
        RejectRow[] shown = [.. rejects.Take(FileReader.PageSize)];
        return new(shown, rejects.Count > FileReader.PageSize ? $"{shown[^1].Line}" : null);
    }

    private static async Task<ApiHealth> HealthAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => (await database.ListAsync(
        $"""
        select (select max(business_date) from runs where state = 'completed'),
               (select min(business_date) from runs where state <> 'completed'),
               (select state from runs where state <> 'completed' order by business_date limit 1),
               {WaitingMessages.Count}
        """,
        row => new ApiHealth(
            row.IsDBNull(0) ? null : row.Date(0), row.IsDBNull(1) ? null : row.Date(1), row.TextOrNull(2), row.GetInt64(3)),
        cancellationToken))[0];
}
