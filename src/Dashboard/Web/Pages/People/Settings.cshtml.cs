using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.People;

/// <summary>Settings that hold for every process on this database.</summary>
internal sealed class SettingsModel(NpgsqlDataSource database, NightSettings settings, Words words) : CyclePage
{
    public bool IsRequired { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        IsRequired = await new ReleaseReader(database).IsRequiredAsync(cancellationToken);

    [Needs(May.KeepPeople)]
    public Task<IActionResult> OnPostRequireAsync(string? reason, CancellationToken cancellationToken) => SetAsync(true, reason, cancellationToken);

    [Needs(May.KeepPeople)]
    public Task<IActionResult> OnPostWaiveAsync(string? reason, CancellationToken cancellationToken) => SetAsync(false, reason, cancellationToken);

    private Task<IActionResult> SetAsync(bool isRequired, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await new ReleaseDesk(database, new FileGateway(database, settings.Output)).RequireAsync(isRequired, Who, Reason(reason), cancellationToken);
        return isRequired ? words["Four eyes are required from now on."] : words["Four eyes are required no longer."];
    });
}
