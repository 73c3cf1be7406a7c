using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The history of nights, latest first.</summary>
internal sealed class RunsModel(NpgsqlDataSource database) : CyclePage
{
    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public TimeSpan? Usual { get; private set; }

    /// <summary>The key of the next page, when there is one.</summary>
    public DateOnly? Next { get; private set; }

    public async Task OnGetAsync(DateOnly? before, CancellationToken cancellationToken)
    {
        var reader = new RunReader(database);
        var runs = await reader.BeforeAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Usual = await reader.UsualAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Runs = [.. runs.Take(RunReader.PageSize)];
        Next = runs.Count > RunReader.PageSize ? Runs[^1].BusinessDate : null;
    }
}
