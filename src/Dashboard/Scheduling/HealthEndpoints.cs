using System.Text.Encodings.Web;
using System.Text.Json;
using Cycle.Jobs.Schedule;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cycle.Dashboard.Scheduling;

/// <summary>
/// <c>/health/live</c>: this process answers. <c>/health/ready</c>: the nights are as the schedule wants them; 503 when a person
/// must look, and the body says what is so and what to do. Neither holds anything of a holder.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static void MapCycleHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks(
            "/health/ready", new() { Predicate = check => check.Tags.Contains(NightsHealth.Ready), ResponseWriter = WriteAsync })
            .AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var findings = report.Entries.Values
            .SelectMany(entry => entry.Data.TryGetValue(NightsHealth.Findings, out var found) ? (IReadOnlyList<Finding>)found : [])
            .Select(finding => new { Status = Word(finding.Verdict), finding.What, finding.Remedy });
        return context.Response.WriteAsJsonAsync(
            new { Status = Word(report.Status), Findings = findings }, Json, "application/json; charset=utf-8", context.RequestAborted);
    }

#pragma warning disable CA1308 // JSON's words are small; nothing is compared.
    private static string Word<T>(T status)
        where T : struct, Enum => status.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
