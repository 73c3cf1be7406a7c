namespace Cycle.Jobs.Intake.Postings;

/// <summary>Everything the rows of a chunk are judged against; it grows as rows of the chunk are taken. It is used again for later chunks.</summary>
internal sealed class ChunkFacts
{
    private readonly Dictionary<IdText, (string FileName, long Line)> _taken = [];
    private ChunkFacts? _before;

    /// <summary>Whether it was looked up which ids were taken before; if not, it is left to the store to refuse those that were.</summary>
    public bool KnowsIds { get; private set; }

    /// <summary>Whether rows of the chunk name originals, so that one taken within the chunk must be known too.</summary>
    public bool KeepsOriginals { get; set; }

    /// <summary>Originals by id.</summary>
    public Dictionary<string, OriginalFacts> Originals { get; } = new(StringComparer.Ordinal);

    /// <summary>Satang taken by account, channel and transaction date, of channels with a ceiling a day.</summary>
    public Dictionary<(string AccountId, string Channel, DateOnly Day), long> ChannelDays { get; } = [];

    /// <summary>Begins a chunk, with no facts yet.</summary>
    /// <param name="knowsIds">Whether it is going to be looked up which ids were taken before.</param>
    /// <param name="before">The chunk before, while it may not be in the store yet.</param>
    public void Begin(bool knowsIds, ChunkFacts? before)
    {
        (KnowsIds, KeepsOriginals, _before) = (knowsIds, false, before);
        _taken.Clear();
        Originals.Clear();
        ChannelDays.Clear();
    }

    /// <summary>Whether an id is known to be taken.</summary>
    /// <param name="postingId">The id.</param>
    /// <param name="place">The file and line it came from; no file where a night made it.</param>
    public bool IsTaken(IdText postingId, out (string FileName, long Line) place) =>
        _taken.TryGetValue(postingId, out place) || (_before is { } earlier && earlier._taken.TryGetValue(postingId, out place));

    /// <summary>Makes an id known as taken; it stays that of its row until this chunk is written.</summary>
    public void Take(IdText postingId, string fileName, long line) => _taken.Add(postingId, (fileName, line));

    /// <summary>What the chunk before took through a channel counts: the store may not have it yet.</summary>
    /// <param name="row">A payment through a channel with a ceiling a day, of a known card.</param>
    public void CarryOn(PostingRow row)
    {
        var day = (row.Card!.AccountId, row.Channel, row.TransactionDate);
        if (_before is not null && _before.ChannelDays.TryGetValue(day, out var satang))
        {
            ChannelDays[day] = satang;
        }
    }

    /// <summary>The chunk is judged: what was before it is not asked for any more.</summary>
    public void End() => _before = null;
}
