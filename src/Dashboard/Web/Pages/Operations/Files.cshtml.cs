using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>Files taken, latest first, with their control totals.</summary>
internal sealed class FilesModel(NpgsqlDataSource database) : CyclePage
{
    public IReadOnlyList<FileRow> Files { get; private set; } = [];

    public FileRow? Next { get; private set; }

    public async Task OnGetAsync(DateOnly? before, string? name, CancellationToken cancellationToken)
    {
        var files = await new FileReader(database).TakenAsync(before ?? DateOnly.MaxValue, name ?? "", cancellationToken);
        Files = [.. files.Take(FileReader.PageSize)];
        Next = files.Count > FileReader.PageSize ? Files[^1] : null;
    }
}
