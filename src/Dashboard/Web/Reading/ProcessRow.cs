namespace Cycle.Dashboard.Web.Reading;

/// <summary>A process that works on nights.</summary>
/// <param name="Worker">Its name: machine, process id, start.</param>
/// <param name="Role">worker, run or serve.</param>
/// <param name="Program">Its build.</param>
/// <param name="Lanes">Partitions it works on at once.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="SeenAt">When it last said that it lives.</param>
/// <param name="EndedAt">When it ended in good order.</param>
/// <param name="Running">Partitions it has in hand.</param>
/// <param name="IsAlive">Whether it was seen within a lease.</param>
internal sealed record ProcessRow(
    string Worker, string Role, string Program, int Lanes, DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset? EndedAt, long Running,
    bool IsAlive);
