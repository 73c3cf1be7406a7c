using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>Finds a statement to explain by account and date; shows the account's latest ones when there is none of that date.</summary>
internal sealed class ExplainModel(NpgsqlDataSource database) : CyclePage
{
    private const int Shown = 24;

    public string Account { get; private set; } = "";

    public string Date { get; private set; } = "";

    public string? Refusal { get; private set; }

    public IReadOnlyList<DateOnly> Latest { get; private set; } = [];

    [Needs(May.SeeCycles)]
    public async Task<IActionResult> OnPostAsync(string? account, string? date, CancellationToken cancellationToken)
    {
        (Account, Date) = (account?.Trim() ?? "", date ?? "");
        if (DateOnly.TryParseExact(Date, "yyyy-MM-dd", out var wanted) && await IsThereAsync(wanted, cancellationToken))
        {
            return LocalRedirect($"/cycles/{Show.Date(wanted)}/{Uri.EscapeDataString(Account)}");
        }

        Latest = await database.ListAsync(
            $"select statement_date from statements where account_id = $1 order by statement_date desc limit {Shown}",
            row => row.Date(0), cancellationToken, Account);
        Refusal = Latest.Count > 0 ? "This account has no statement of that date; these are its latest." : "There is no statement of this account.";
        return Page();
    }

    /// <summary>Asked for by its key: an old account has more statements than are shown.</summary>
    private async Task<bool> IsThereAsync(DateOnly date, CancellationToken cancellationToken) => (await database.ListAsync(
        "select statement_date from statements where statement_date = $1 and account_id = $2", row => row.Date(0), cancellationToken, date, Account)).Count > 0;
}
