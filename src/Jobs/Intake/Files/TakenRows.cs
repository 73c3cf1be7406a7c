namespace Cycle.Jobs.Intake.Files;

/// <summary>What became of a file's rows.</summary>
/// <param name="Survey">The file's figures.</param>
/// <param name="Taken">Rows taken.</param>
/// <param name="Rejected">Rows rejected.</param>
internal sealed record TakenRows(FileSurvey Survey, long Taken, long Rejected);
