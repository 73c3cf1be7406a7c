using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>One statement: as it is printed, and beside it every figure with the reason for it.</summary>
internal sealed class StatementModel(NpgsqlDataSource database, NightSettings settings, IAuthorizationService authorization, Words words) : CyclePage
{
    /// <summary>More allocations than this are for the export.</summary>
    public const int ShownAllocations = 200;

    public Explanation? Explanation { get; private set; }

    public HeldStatement? Held { get; private set; }

    public bool MayRelease { get; private set; }

    /// <summary>The figure whose explanation is open.</summary>
    public string? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(string date, string account, string? figure, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", out var statementDate))
        {
            return NotFound();
        }

        try
        {
            Explanation = await new Explainer(database).ExplainAsync(
                account, statementDate, words.Language == "th" ? Language.Thai : Language.English, cancellationToken);
        }
        catch (RefusedException)
        {
            return NotFound();
        }

        Opened = figure;
        MayRelease = (await authorization.AuthorizeAsync(User, May.Release)).Succeeded;
        Held = await database.FirstAsync(
            "select held_by, held_at, reason from held_statements where statement_date = $1 and account_id = $2",
            row => new HeldStatement(statementDate, account, row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2)),
            cancellationToken, statementDate, account);
        return Page();
    }

    [Needs(May.Release)]
    public Task<IActionResult> OnPostHoldAsync(DateOnly date, string account, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await Desk.HoldAsync(date, account, Who, Reason(reason), cancellationToken);
        return words["The statement of {0} is held back.", account];
    });

    [Needs(May.Release)]
    public Task<IActionResult> OnPostLiftAsync(DateOnly date, string account, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var messages = await Desk.LiftAsync(date, account, Who, Reason(reason), cancellationToken);
        return words["The statement of {0} is held no longer; {1} messages went out.", account, messages];
    });

    /// <summary>An amount grouped; what is none stays as it is.</summary>
    public static string Value(string value) => decimal.TryParse(value, out var baht) ? Show.Money(baht * 100) : value;

    private ReleaseDesk Desk => new(database, new FileGateway(database, settings.Output));
}
