using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Replay;
using Cycle.Jobs.Runs;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Audit;

/// <summary>Replays shipped cases and shows what differs.</summary>
internal sealed class ReplayModel(NpgsqlDataSource database, StoreAddress address, LongWork works, Words words) : CyclePage
{
    private const string Name = "replay";

    public WorkReport? Work { get; private set; }

    public IReadOnlyList<FixtureCase> Cases { get; private set; } = [];

    public void OnGet()
    {
        Work = works.Find(Name);
        Cases = Shipped();
    }

    [Needs(May.Audit)]
    public Task<IActionResult> OnPostAsync(string[] chosen, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        FixtureCase[] cases = [.. Shipped().Where(shipped => chosen.Contains(shipped.Name))];
        if (cases.Length == 0)
        {
            throw new RefusedException(words["Nothing was done: tick at least one case."]);
        }

        await Trail.AddAsync(database, Who, "replay", string.Join(", ", cases.Select(one => one.Name)), "", cancellationToken);
        return works.Begin(Name, Who, (report, end) => RunAsync(cases, report, end))
            ? words["The replay of {0} cases has begun.", cases.Length]
            : words["A replay goes on already."];
    });

    private async Task RunAsync(FixtureCase[] cases, WorkReport report, CancellationToken cancellationToken)
    {
        report.Units = cases.Length;
        var options = new ReplayOptions(Output: null, UpdatesExpected: false, Workers: 1, CycleHome.Tariffs);
        await foreach (var result in new Replayer(address.ConnectionString, options).RunAsync(cases, lanes: 1, cancellationToken))
        {
            report.Add(result);
            report.Done++;
        }
    }

    private static List<FixtureCase> Shipped()
    {
        var folder = Path.Combine(CycleHome.Root, "fixtures");
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateDirectories(folder).Where(path => System.IO.File.Exists(Path.Combine(path, "case.json")))
                .Order(StringComparer.Ordinal).Select(path => FixtureCase.Load(path, CycleHome.Tariffs))];
    }
}
