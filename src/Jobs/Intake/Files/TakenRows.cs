namespace Cycle.Jobs.Intake.Files;

/// <summary>What became of a file's rows.</summary>
/// <param name="Survey">The file's figures.</param>
/// <param name="Taken">Rows taken.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Older">Of those taken, rows of a master that told nothing: a master of a later date had told of the same before.</param>
internal sealed record TakenRows(FileSurvey Survey, long Taken, long Rejected, long Older = 0);
