using Cycle.Ledger.Storage.Control;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Runs;

/// <summary>The latest runs.</summary>
internal sealed class IndexModel(NpgsqlDataSource database) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await using var control = Schema.Open(database);
        Runs = await control.Runs.AsNoTracking().OrderByDescending(run => run.BusinessDate).Take(Shown).ToListAsync(cancellationToken);
    }
}
