using Cycle.Jobs.Intake.Csv;

namespace Cycle.Jobs.Intake.Files;

/// <summary>What a kind of file holds and how its rows are taken in.</summary>
internal abstract class FileContent
{
    /// <summary>The columns its header must have.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The column that is added up, if any.</summary>
    public virtual int? AmountColumn => null;

    /// <summary>Compares what a sender stated about the file with what arrived.</summary>
    /// <exception cref="UnreadableFile">It disagrees.</exception>
    public virtual void Check(FileSurvey survey)
    {
    }

    /// <summary>Takes or rejects every row.</summary>
    /// <param name="transaction">Where everything is written.</param>
    /// <param name="survey">The file's figures; what is read must still be the same file.</param>
    /// <param name="cancellationToken">Gives up; the caller rolls back.</param>
    /// <returns>How many rows were taken and rejected.</returns>
    /// <exception cref="UnreadableFile">The file changed in the meantime.</exception>
    public abstract Task<(long Taken, long Rejected)> TakeAsync(
        IntakeTransaction transaction, FileSurvey survey, CancellationToken cancellationToken);

    /// <summary>Makes sure that what was read is what was looked at first.</summary>
    protected static void CheckUnchanged(CsvFile read, FileSurvey survey)
    {
        if (read.Sha256 != survey.Sha256)
        {
            throw new UnreadableFile("the file changed while it was being read; it must be complete before it is put here.");
        }
    }
}
