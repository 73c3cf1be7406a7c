namespace Cycle.Jobs.Intake.Postings;

/// <summary>Rows that are judged and written together, with what comes of them. It is used again for later rows.</summary>
/// <param name="postings">Takes those that are taken.</param>
internal sealed class Chunk(PostingBatch postings)
{
    private readonly List<PostingRow> _taken = [];

    /// <summary>The rows.</summary>
    public List<PostingRow> Rows { get; private set; } = [];

    /// <summary>Rows of later lines that are judged as soon as one of the rows names them as its original.</summary>
    public IReadOnlyList<PostingRow> Ahead { get; private set; } = [];

    /// <summary>What they are judged against, with what came of them.</summary>
    public ChunkFacts Facts { get; } = new();

    /// <summary>Those that were taken, ready to be written.</summary>
    public PostingBatch Postings => postings;

    /// <summary>Those that were not, and why.</summary>
    public List<(PostingRow Row, Rejection Why)> Rejects { get; } = [];

    /// <summary>Begins with rows of which none is judged as part of this chunk.</summary>
    public void Begin(List<PostingRow> rows, IReadOnlyList<PostingRow> ahead)
    {
        (Rows, Ahead) = (rows, ahead);
        _taken.Clear();
        Rejects.Clear();
        postings.Clear();
    }

    /// <summary>Rows of either that are not judged; one that is both is given twice.</summary>
    /// <param name="rows">The rows of a chunk.</param>
    /// <param name="ahead">Those of later lines.</param>
    public static IEnumerable<PostingRow> Open(IEnumerable<PostingRow> rows, IEnumerable<PostingRow> ahead) =>
        rows.Concat(ahead).Where(row => !row.IsJudged);

    /// <summary>Adds a row that was taken.</summary>
    public void Take(PostingRow row, in TakenPosting taken)
    {
        _taken.Add(row);
        postings.Add(row, taken);
    }

    /// <summary>Ends it: all rows are judged.</summary>
    public void End()
    {
        Facts.End();
        postings.Order();
    }

    /// <summary>Makes its rows be judged anew.</summary>
    public void Reopen()
    {
        _taken.ForEach(row => row.IsJudged = false);
        Rejects.ForEach(reject => reject.Row.IsJudged = false);
        Begin(Rows, Ahead);
    }
}
