using Cycle.Dashboard.Web.Reading;
using Cycle.Ledger.Storage.Cycles;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The rows of one file that were rejected, with line and detail.</summary>
internal sealed class RejectsModel(NpgsqlDataSource database) : CyclePage
{
    public string FileName { get; private set; } = "";

    public IReadOnlyList<RejectRow> Rejects { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(string? file, long after, CancellationToken cancellationToken)
    {
        FileName = file ?? "";
        var rejects = await new FileReader(database).RejectsAsync(FileName, after, cancellationToken);
        Rejects = [.. rejects.Take(FileReader.PageSize)];
        Next = rejects.Count > FileReader.PageSize ? Rejects[^1].Line : null;
    }

    public IActionResult OnGetCsv(string? file) => new CsvDownload(
        database,
        $"""
        select line, {CsvDownload.Text("posting_id")} as posting_id, reason, {CsvDownload.Text("detail")} as detail
        from rejects where file_name = {Sql.Text(file ?? "")} order by line
        """,
        $"rejects-{Path.GetFileNameWithoutExtension(file)}.csv");
}
