using Cycle.Jobs.Intake.Files;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Rejected rows of a file, written many at a time: a chunk has few of them, and a look-up and a COPY of their own for each chunk would keep
/// the next postings waiting.
/// </summary>
/// <param name="transaction">The file's transaction.</param>
/// <param name="fileName">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
internal sealed class RejectedRows(IntakeTransaction transaction, string fileName, DateOnly businessDate)
{
    private const int MostKept = 5_000;

    private readonly List<(long Line, string Id, Rejection Why)> _rows = [];

    /// <summary>Where in the list those are that were judged without knowing whether their id was taken before.</summary>
    private readonly List<int> _unsure = [];

    /// <summary>Adds those of a chunk that was written.</summary>
    /// <param name="rejects">The rows and why, as they were judged.</param>
    /// <param name="knewIds">Whether it was known which ids were taken before.</param>
    public void Add(List<(PostingRow Row, Rejection Why)> rejects, bool knewIds)
    {
        foreach (var (row, why) in rejects)
        {
            if (!knewIds && row.Rejection is null)
            {
                _unsure.Add(_rows.Count);
            }

            _rows.Add((row.Line, row.PostingId.Text, why));
        }
    }

    /// <summary>Writes them once they are many.</summary>
    public Task WriteIfManyAsync(CancellationToken cancellationToken) => _rows.Count < MostKept ? Task.CompletedTask : WriteAsync(cancellationToken);

    /// <summary>Writes them.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_unsure.Count > 0)
        {
            await PreferDuplicatesAsync(cancellationToken);
        }

        await RejectCopy.WriteAsync(transaction.Connection, fileName, businessDate, _rows, cancellationToken);
        _rows.Clear();
        _unsure.Clear();
    }

    /// <summary>
    /// A row rejected for what comes after its id in the order of reasons is a duplicate first. The store may have rows of later lines by now:
    /// those came after it.
    /// </summary>
    private async Task PreferDuplicatesAsync(CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, (string FileName, long Line)>(StringComparer.Ordinal);
        await LookupBatch.RunAsync(
            transaction.Connection,
            [(LookupQueries.Taken(_unsure.Select(index => _rows[index].Id)), reader => taken.Add(reader.GetString(0), (reader.GetString(1), reader.GetInt64(2))))],
            cancellationToken);
        foreach (var index in _unsure)
        {
            var (line, id, _) = _rows[index];
            if (taken.TryGetValue(id, out var place) && (place.FileName != fileName || place.Line < line))
            {
                _rows[index] = (line, id, PostingJudge.Duplicate(id, place));
            }
        }
    }
}
