using Cycle.Jobs.Schedule;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cycle.Dashboard.Scheduling;

/// <summary>Unhealthy when a night is missing, late, failed or stands still, and when the database does not answer.</summary>
internal sealed class NightsHealth(NpgsqlDataSource database, Timetable timetable, TimeProvider time, ILogger<NightsHealth> logger) : IHealthCheck
{
    public const string Name = "nights";

    /// <summary>The tag of what <c>/health/ready</c> asks.</summary>
    public const string Ready = "ready";

    /// <summary>Where a check's result carries its findings.</summary>
    public const string Findings = "findings";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var report = await ScheduleReport.ReadAsync(database, timetable, time.GetUtcNow(), limit.Token);
            return Result(report.Verdict, report.Findings);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever asks is not always one of us: where the database is goes to the log alone.
            logger.LogError(fault, "The database does not answer.");
            return Result(Verdict.Unhealthy, [new(
                Verdict.Unhealthy, "The database does not answer.", "Check that PostgreSQL runs and can be reached from here; this host's log says more.")]);
        }
    }

    private static HealthCheckResult Result(Verdict verdict, IReadOnlyList<Finding> findings) => new(
        verdict switch
        {
            Verdict.Healthy => HealthStatus.Healthy,
            Verdict.Degraded => HealthStatus.Degraded,
            _ => HealthStatus.Unhealthy,
        },
        findings[0].ToString(),
        data: new Dictionary<string, object>(StringComparer.Ordinal) { [Findings] = findings });
}
