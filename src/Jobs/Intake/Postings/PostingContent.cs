using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// The rows of a posting file. They are judged in the order of the file, but those that name an original after all others: an
/// original may stand anywhere in the same file. So the file is read a second time when it has such rows.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="name">Its name.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">Fees and ceilings.</param>
/// <param name="settings">Whether a control file must be there.</param>
internal sealed class PostingContent(string path, IncomingName name, DateOnly businessDate, Tariff tariff, IntakeSettings settings) : FileContent
{
    private readonly DeferredRows _deferred = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => PostingColumns.All;

    /// <inheritdoc/>
    public override int? AmountColumn => PostingColumns.Amount;

    /// <inheritdoc/>
    public override void Check(FileSurvey survey) => ControlFile.CheckBeside(path, name, survey, settings);

    /// <inheritdoc/>
    public override async Task<(long Taken, long Rejected)> TakeAsync(
        IntakeTransaction transaction, FileSurvey survey, CancellationToken cancellationToken)
    {
        await transaction.LookUpByIndexAsync(cancellationToken);
        var writer = new PostingWriter(transaction, name, businessDate, tariff, expectsNewIds: survey.Rows > PostingChunks.Rows);
        await foreach (var chunk in Chunks(survey, onlyOriginalNamed: false, cancellationToken))
        {
            await writer.TakeAsync(_deferred.SetAside(chunk), [], cancellationToken);
        }

        if (_deferred.Any)
        {
            await foreach (var chunk in Chunks(survey, onlyOriginalNamed: true, cancellationToken))
            {
                await writer.TakeAsync(_deferred.Merge(chunk), _deferred.NamedBy(chunk), cancellationToken);
            }

            await writer.TakeAsync(_deferred.Rest(), [], cancellationToken);
        }

        return (writer.Taken, writer.Rejected);
    }

    private IAsyncEnumerable<List<PostingRow>> Chunks(FileSurvey survey, bool onlyOriginalNamed, CancellationToken cancellationToken) =>
        PostingChunks.ReadAsync(path, name.Date!.Value, onlyOriginalNamed, file => CheckUnchanged(file, survey), cancellationToken);
}
