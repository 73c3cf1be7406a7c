using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// The rows of a posting file. They are judged in the order of the file, but those that name an original after all others: an
/// original may stand anywhere in the same file. So the file is read a second time when it has very many such rows. There is no look at the file
/// before: whatever refuses it whole, be it its last line or its control file, takes back what was written of it.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="name">Its name.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">Fees and ceilings.</param>
/// <param name="settings">Whether a control file must be there.</param>
internal sealed class PostingContent(string path, IncomingName name, DateOnly businessDate, Tariff tariff, IntakeSettings settings) : FileContent(path)
{
    /// <summary>About; it only decides how cards are looked up.</summary>
    private const int BytesARow = 130;

    private readonly DeferredRows _deferred = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => PostingColumns.All;

    /// <inheritdoc/>
    public override int? AmountColumn => PostingColumns.Amount;

    /// <inheritdoc/>
    public override async Task<TakenRows> TakeAsync(IntakeTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.LookUpByIndexAsync(cancellationToken);
        await using var masters = new MasterLookups(await transaction.OpenBesideAsync(cancellationToken), AboutRows(), cancellationToken);
        var pool = new PostingRowPool();
        var chunks = new PostingChunks(FilePath, name.Date!.Value, masters, pool);
        await using var writer = new PostingWriter(transaction, name, businessDate, tariff, pool);
        await foreach (var chunk in chunks.ReadAsync(onlyOriginalNamed: false, cancellationToken))
        {
            _deferred.SetAside(chunk);
            await writer.TakeAsync(chunk, cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);

        ControlFile.CheckBeside(FilePath, name, chunks.Survey, settings);
        if (_deferred.Any)
        {
            await foreach (var chunk in _deferred.Kept?.ToAsyncEnumerable() ?? chunks.ReadAsync(onlyOriginalNamed: true, cancellationToken))
            {
                await writer.TakeLateAsync(_deferred.Merge(chunk), _deferred.NamedBy(chunk), cancellationToken);
            }

            await writer.TakeLateAsync(_deferred.Rest(), [], cancellationToken);
        }

        return new(chunks.Survey, writer.Taken, writer.Rejected);
    }

    private long AboutRows() => new FileInfo(FilePath) is { Exists: true } file ? file.Length / BytesARow : 0;
}
