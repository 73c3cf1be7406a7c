namespace Cycle.Jobs.Intake;

/// <summary>The file was taken in: every row is taken or rejected.</summary>
/// <param name="FileName">The file's bare name.</param>
/// <param name="Kind">What it brought.</param>
/// <param name="Rows">Rows of the file; <paramref name="Taken"/> plus <paramref name="Rejected"/>.</param>
/// <param name="Taken">Rows taken.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="AmountTotal">
/// Of postings: the sum of the amount column of all rows whatever the currency, amounts that cannot be read left out. Of opening
/// balances: the same of the outstanding column. Of masters: none.
/// </param>
/// <param name="Older">Of those taken, rows of a master that told nothing: a master of a later date had told of the same before.</param>
public sealed record FileTaken(string FileName, FileKind Kind, long Rows, long Taken, long Rejected, decimal? AmountTotal, long Older = 0)
    : IntakeOutcome(FileName);
