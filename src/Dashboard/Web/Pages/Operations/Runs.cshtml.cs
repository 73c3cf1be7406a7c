using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The history of nights, latest first.</summary>
internal sealed class RunsModel(NpgsqlDataSource database, NightDesk desk, IAuthorizationService authorization, Words words) : CyclePage
{
    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public bool MayRun { get; private set; }

    public TimeSpan? Usual { get; private set; }

    /// <summary>The key of the next page, when there is one.</summary>
    public DateOnly? Next { get; private set; }

    public async Task OnGetAsync(DateOnly? before, CancellationToken cancellationToken)
    {
        MayRun = (await authorization.AuthorizeAsync(User, May.RunNights)).Succeeded;
        var reader = new RunReader(database);
        var runs = await reader.BeforeAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Usual = await reader.UsualAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Runs = [.. runs.Take(RunReader.PageSize)];
        Next = runs.Count > RunReader.PageSize ? Runs[^1].BusinessDate : null;
    }

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostCatchUpAsync(DateOnly date, string? reason, CancellationToken cancellationToken) =>
        DoAsync(() => desk.CatchUpAsync(date, Who, Reason(reason), words, cancellationToken));
}
