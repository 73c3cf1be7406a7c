using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Schedule;

/// <summary>How every scheduled job stands at an instant: what the health endpoint and the command line say.</summary>
/// <param name="Findings">Per job at least one, the worst first.</param>
public sealed record ScheduleReport(IReadOnlyList<Finding> Findings)
{
    /// <summary>The worst of them.</summary>
    public Verdict Verdict => Findings.Max(finding => finding.Verdict);

    /// <summary>Reads the runs and judges them.</summary>
    /// <param name="database">The store.</param>
    /// <param name="timetable">The scheduled jobs.</param>
    /// <param name="now">The instant, as the host's clock says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ScheduleReport> ReadAsync(
        NpgsqlDataSource database, Timetable timetable, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(timetable);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var calendar = await Holidays.ReadAsync(connection, cancellationToken);
        var findings = new List<Finding>();
        foreach (var schedule in timetable.Jobs)
        {
            var runs = await OpenRuns.ReadAsync(connection, schedule.Job, cancellationToken);
            var paused = await SchedulePause.ReadAsync(connection, schedule.Job, cancellationToken);
            findings.AddRange(new Judge(schedule, new(schedule, calendar)).Find(runs, now, paused));
        }

        return new([.. findings.OrderByDescending(finding => finding.Verdict)]);
    }
}
