using Cycle.Dashboard.Web.Reading;
using Cycle.Jobs.Audit;
using Cycle.Ledger.Storage.Cycles;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Accountability;

/// <summary>Who did what, when and why; latest first.</summary>
internal sealed class TrailModel(NpgsqlDataSource database) : CyclePage
{
    public const int PageSize = 60;

    public string Person { get; private set; } = "";

    public IReadOnlyList<TrailRow> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, string? person, CancellationToken cancellationToken)
    {
        Person = person?.Trim() ?? "";
        object[] values = Person.Length == 0 ? [before ?? long.MaxValue] : [before ?? long.MaxValue, Person];
        var rows = await database.ListAsync(
            $"""
            select trail_id, at, person, action, subject, reason from trail
            where trail_id < $1 {(Person.Length == 0 ? "" : "and person = $2")} order by trail_id desc limit {PageSize + 1}
            """,
            row => new TrailRow(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
            cancellationToken, values);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].TrailId : null;
    }

    public async Task<IActionResult> OnGetCsvAsync(string? person, CancellationToken cancellationToken)
    {
        var whose = person?.Trim() ?? "";
        await Trail.AddAsync(database, Who, "trail.download", whose.Length == 0 ? "everybody" : whose, "", cancellationToken);
        return new CsvDownload(
            database,
            $"""
            select trail_id, at, {CsvDownload.Text("person")} as person, {CsvDownload.Text("action")} as action, {CsvDownload.Text("subject")} as subject,
                   {CsvDownload.Text("reason")} as reason
            from trail {(whose.Length == 0 ? "" : $"where person = {Sql.Text(whose)}")} order by trail_id
            """,
            "trail.csv");
    }
}
