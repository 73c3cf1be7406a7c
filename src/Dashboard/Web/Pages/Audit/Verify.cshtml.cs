using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Nights;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Audit;

/// <summary>Proves that nothing was altered, and shows how far the proof is.</summary>
internal sealed class VerifyModel(NpgsqlDataSource database, NightSettings settings, LongWork works, Words words) : CyclePage
{
    private const string Name = "verify";

    public WorkReport? Work { get; private set; }

    public void OnGet() => Work = works.Find(Name);

    [Needs(May.Audit)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await Trail.AddAsync(database, Who, "verify", "journal, trial balance, PDFs", "", cancellationToken);
        return works.Begin(Name, Who, VerifyAsync) ? words["The verification has begun."] : words["A verification goes on already."];
    });

    private async Task VerifyAsync(WorkReport report, CancellationToken cancellationToken)
    {
        report.Units = (await database.ListAsync(
            "select (select coalesce(sum(entry), 0)::bigint from journal_heads) + (select count(*) from rendered_statements)",
            row => row.GetInt64(0), cancellationToken))[0];
        report.Add(await new Verification(database, settings.Output).RunAsync(cancellationToken, done => report.Done = done));
    }
}
