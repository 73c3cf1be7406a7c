using Cycle.Jobs.Intake.Csv;

namespace Cycle.Jobs.Intake.Files;

/// <summary>What a kind of file holds and how its rows are taken in.</summary>
/// <param name="path">The file.</param>
internal abstract class FileContent(string path)
{
    /// <summary>Where the file lies.</summary>
    protected string FilePath => path;

    /// <summary>The columns its header must have.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The column that is added up, if any.</summary>
    public virtual int? AmountColumn => null;

    /// <summary>Takes or rejects every row.</summary>
    /// <param name="transaction">Where everything is written.</param>
    /// <param name="cancellationToken">Gives up; the caller rolls back.</param>
    /// <exception cref="UnreadableFile">The file is refused; the caller rolls back.</exception>
    public abstract Task<TakenRows> TakeAsync(IntakeTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Looks at the whole file before anything of it is written.</summary>
    /// <exception cref="UnreadableFile">It is not such a file.</exception>
    public Task<FileSurvey> SurveyAsync(CancellationToken cancellationToken) =>
        // Reading and hashing is the processor's work; the caller's thread may be one that serves people.
        Task.Run(() => FileSurvey.Of(path, Columns, AmountColumn, cancellationToken), cancellationToken);
}
