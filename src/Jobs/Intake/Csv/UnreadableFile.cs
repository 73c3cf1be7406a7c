namespace Cycle.Jobs.Intake.Csv;

/// <summary>A file that is refused whole; the message is the reason as a person reads it, without the file's name.</summary>
internal sealed class UnreadableFile(string reason) : Exception(reason);
