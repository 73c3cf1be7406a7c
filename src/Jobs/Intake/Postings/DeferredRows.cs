namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Which rows of a file wait until all others are judged. Those that name an original are kept too while they are few, as they nearly always
/// are; of very many only the ids, and the file has to be read again for them.
/// A row that uses the id of such a row above it waits with it, whole: which of the two is taken depends on whether the upper one is.
/// </summary>
internal sealed class DeferredRows
{
    private const int MostKept = 50_000;

    private readonly HashSet<IdText> _ids = [];
    private readonly List<PostingRow> _waiting = [];
    private List<PostingRow>? _kept = [];
    private int _merged;

    /// <summary>Whether any row waits.</summary>
    public bool Any => _ids.Count > 0;

    /// <summary>First reading: takes out of a chunk the rows that cannot be judged now.</summary>
    public void SetAside(List<PostingRow> chunk) => chunk.RemoveAll(row => row.Rejection is null && MustWait(row));

    /// <summary>The rows that name an original, in the order of the file; null when they are too many to be kept.</summary>
    public IEnumerable<List<PostingRow>>? Kept => _kept?.Chunk(PostingChunks.Rows).Select(rows => rows.ToList());

    /// <summary>Second reading: the rows of a chunk with the waiting ones that stand among them, by line.</summary>
    /// <param name="chunk">Rows that name an original; those already rejected for their cells are left out.</param>
    public List<PostingRow> Merge(List<PostingRow> chunk)
    {
        var rows = new List<PostingRow>(chunk.Count);
        foreach (var row in chunk.Where(row => row.Rejection is null))
        {
            while (_merged < _waiting.Count && _waiting[_merged].Line < row.Line)
            {
                rows.Add(_waiting[_merged++]);
            }

            rows.Add(row);
        }

        return rows;
    }

    private bool MustWait(PostingRow row)
    {
        if (row.NeedsOriginal)
        {
            _ids.Add(row.PostingId);
            Keep(row);
            return true;
        }

        if (_ids.Count > 0 && _ids.Contains(row.PostingId))
        {
            _waiting.Add(row);
            return true;
        }

        return false;
    }

    private void Keep(PostingRow row)
    {
        _kept?.Add(row);
        if (_kept?.Count > MostKept)
        {
            _kept = null;
        }
    }

    /// <summary>The waiting rows that rows of a chunk name as their originals.</summary>
    public List<PostingRow> NamedBy(List<PostingRow> chunk)
    {
        var named = _waiting.Count == 0 ? [] : chunk.Select(row => row.OriginalPostingId).ToHashSet(StringComparer.Ordinal);
        return _waiting.FindAll(row => !row.IsJudged && named.Contains(row.PostingId.Text));
    }

    /// <summary>The waiting rows below the last row that names an original.</summary>
    public List<PostingRow> Rest() => _waiting[_merged..];
}
