namespace Cycle.Dashboard.Web.Reading;

/// <summary>A file that was refused whole.</summary>
/// <param name="RefusalId">The refusal's number.</param>
/// <param name="Name">The file's name.</param>
/// <param name="BusinessDate">The night that refused it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record RefusalRow(long RefusalId, string Name, DateOnly BusinessDate, string Reason, DateTimeOffset At);
