using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>Files refused whole, latest first.</summary>
internal sealed class RefusedFilesModel(NpgsqlDataSource database) : CyclePage
{
    public IReadOnlyList<RefusalRow> Refusals { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var refusals = await new FileReader(database).RefusedAsync(before ?? long.MaxValue, cancellationToken);
        Refusals = [.. refusals.Take(FileReader.PageSize)];
        Next = refusals.Count > FileReader.PageSize ? Refusals[^1].RefusalId : null;
    }
}
