namespace Cycle.Dashboard.Web.Reading;

/// <summary>A process that works or worked on a step.</summary>
/// <param name="Worker">Its name: machine, process id, start.</param>
/// <param name="Running">Partitions it has in hand.</param>
/// <param name="Completed">Partitions it has done.</param>
/// <param name="Accounts">Accounts it has done.</param>
/// <param name="LastAt">When it last took or ended one.</param>
internal sealed record WorkerRow(string Worker, long Running, long Completed, long Accounts, DateTimeOffset? LastAt);
