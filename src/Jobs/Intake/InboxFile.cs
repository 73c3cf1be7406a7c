namespace Cycle.Jobs.Intake;

/// <summary>A file lying in an inbox.</summary>
/// <param name="Name">Its name, read.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
internal sealed record InboxFile(IncomingName Name, string Path, DateTime WrittenAt);
