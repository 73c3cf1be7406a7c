using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>Two nights side by side: the time of each step, and the control totals.</summary>
internal sealed class CompareRunsModel(NpgsqlDataSource database) : CyclePage
{
    public RunRow? Left { get; private set; }

    public RunRow? Right { get; private set; }

    public IReadOnlyList<(StepRow Left, StepRow Right)> Steps { get; private set; } = [];

    public IReadOnlyList<(string Name, string Left, string Right)> Totals { get; private set; } = [];

    public async Task OnGetAsync(long[] run, CancellationToken cancellationToken)
    {
        if (run is not [var first, var second, ..])
        {
            return;
        }

        var reader = new RunReader(database);
        Left = await reader.OneAsync(Math.Min(first, second), cancellationToken);
        Right = await reader.OneAsync(Math.Max(first, second), cancellationToken);
        if (Left is null || Right is null)
        {
            return;
        }

        Steps = [.. (await reader.StepsAsync(Left.RunId, cancellationToken)).Zip(await reader.StepsAsync(Right.RunId, cancellationToken))];
        var left = ReportTotals.Of(await reader.ReportAsync(Left.BusinessDate, cancellationToken));
        var right = ReportTotals.Of(await reader.ReportAsync(Right.BusinessDate, cancellationToken));
        Totals = [.. left.Keys.Union(right.Keys).Select(name => (name, left.GetValueOrDefault(name, ""), right.GetValueOrDefault(name, "")))];
    }
}
