using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>One night: its steps, what failed in it, its control report, and what can be done about it.</summary>
internal sealed class RunModel(NpgsqlDataSource database, NightDesk desk, IAuthorizationService authorization, TimeProvider clock, Words words) : CyclePage
{
    private readonly RunReader _reader = new(database);

    public RunRow? Run { get; private set; }

    public TimeSpan? Usual { get; private set; }

    public bool MayRun { get; private set; }

    public bool IsSilent { get; private set; }

    public IReadOnlyList<StepRow> Steps { get; private set; } = [];

    public IReadOnlyList<PartitionRow> Partitions { get; private set; } = [];

    public IReadOnlyList<SetAsideRow> SetAside { get; private set; } = [];

    /// <summary>The key of the next page of set-aside accounts.</summary>
    public SetAsideRow? Next { get; private set; }

    public OrderedDictionary<string, string> Report { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, short step, string? after, CancellationToken cancellationToken)
    {
        if (await _reader.OneAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        MayRun = (await authorization.AuthorizeAsync(User, May.RunNights)).Succeeded;
        IsSilent = run is { State: "running" or "stopping", HeartbeatAt: { } beat } && clock.GetUtcNow() - beat > Jobs.Runs.RunClaims.Lease;
        Usual = await _reader.UsualAsync(run.BusinessDate, cancellationToken);
        Steps = await _reader.StepsAsync(id, cancellationToken);
        Partitions = await _reader.PartitionsAsync(id, cancellationToken);
        var accounts = await _reader.SetAsideAsync(id, step, after ?? "", cancellationToken);
        SetAside = [.. accounts.Take(RunReader.ShownAccounts)];
        Next = accounts.Count > RunReader.ShownAccounts ? SetAside[^1] : null;
        Report = ReportTotals.Of(await _reader.ReportAsync(run.BusinessDate, cancellationToken));
        return Page();
    }

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostStopAsync(long id, string? reason, CancellationToken cancellationToken) =>
        DoAsync(() => desk.StopAsync(id, Who, Reason(reason), words, cancellationToken));

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostResumeAsync(long id, string? reason, CancellationToken cancellationToken) =>
        DoAsync(() => desk.ResumeAsync(id, Who, Reason(reason), words, cancellationToken));

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostRerunAsync(string account, string? reason, CancellationToken cancellationToken) =>
        DoAsync(() => desk.RerunAsync(account, Who, Reason(reason), words, cancellationToken));
}
