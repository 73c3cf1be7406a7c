using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>Four eyes over what goes out.</summary>
internal sealed class ReleasePageModel(NpgsqlDataSource database, NightSettings settings, IAuthorizationService authorization, Words words) : CyclePage
{
    private ReleaseDesk Desk => new(database, new FileGateway(database, settings.Output));

    public bool IsRequired { get; private set; }

    public bool MayRelease { get; private set; }

    public IReadOnlyList<CycleRelease> Cycles { get; private set; } = [];

    public DateOnly? Next { get; private set; }

    public async Task OnGetAsync(DateOnly? before, CancellationToken cancellationToken)
    {
        var reader = new ReleaseReader(database);
        IsRequired = await reader.IsRequiredAsync(cancellationToken);
        MayRelease = (await authorization.AuthorizeAsync(User, May.Release)).Succeeded;
        var cycles = await reader.BeforeAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Cycles = [.. cycles.Take(ReleaseReader.PageSize)];
        Next = cycles.Count > ReleaseReader.PageSize ? Cycles[^1].StatementDate : null;
    }

    [Needs(May.Release)]
    public Task<IActionResult> OnPostAskAsync(DateOnly date, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await Desk.AskAsync(date, Who, Reason(reason), cancellationToken);
        return words["The release of {0} is asked for; another person gives it.", Show.Date(date)];
    });

    [Needs(May.Release)]
    public Task<IActionResult> OnPostGiveAsync(DateOnly date, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var messages = await Desk.ReleaseAsync(date, Who, Reason(reason), cancellationToken);
        return words["The cycle of {0} is released; {1} messages went out.", Show.Date(date), messages];
    });

    [Needs(May.Release)]
    public Task<IActionResult> OnPostWithdrawAsync(DateOnly date, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await Desk.WithdrawAsync(date, Who, Reason(reason), cancellationToken);
        return words["The release of {0} is asked for no longer.", Show.Date(date)];
    });
}
