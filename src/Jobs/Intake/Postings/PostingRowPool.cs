using System.Collections.Concurrent;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Rows that are used again once they are written. Millions of new ones, which live just long enough to be moved twice by the collector,
/// cost a third of the program's time in an intake.
/// </summary>
internal sealed class PostingRowPool
{
    private readonly Stack<PostingRow> _free = [];
    private readonly Stack<List<PostingRow>> _lists = [];
    private readonly ConcurrentQueue<List<PostingRow>> _spent = [];

    /// <summary>A row with nothing but where it stands. Only the thread that reads the file asks for one.</summary>
    public PostingRow Row(long line)
    {
        if (_free.Count == 0 && _spent.TryDequeue(out var spent))
        {
            spent.ForEach(_free.Push);
            spent.Clear();
            _lists.Push(spent);
        }

        var row = _free.Count > 0 ? _free.Pop() : new PostingRow();
        row.Begin(line);
        return row;
    }

    /// <summary>An empty list for rows. Only the thread that reads the file asks for one.</summary>
    public List<PostingRow> List() => _lists.Count > 0 ? _lists.Pop() : new(PostingChunks.Rows);

    /// <summary>Gives rows back; nobody may look at them or their list any more.</summary>
    public void Return(List<PostingRow> rows) => _spent.Enqueue(rows);
}
