namespace Cycle.Jobs.Intake.Postings;

/// <summary>Judges the rows of a chunk in their order.</summary>
/// <param name="judge">Judges a row.</param>
internal sealed class ChunkJudge(PostingJudge judge)
{
    /// <summary>Judges the rows; each is judged once.</summary>
    /// <param name="chunk">The rows, with the facts they are judged against.</param>
    public void Judge(Chunk chunk)
    {
        var laterById = chunk.Ahead.ToLookup(row => row.PostingId.Text, StringComparer.Ordinal);
        foreach (var row in chunk.Rows)
        {
            if (row.OriginalPostingId is { } original && original != row.PostingId.Text && !chunk.Facts.Originals.ContainsKey(original))
            {
                foreach (var later in laterById[original].Where(later => later.Line > row.Line))
                {
                    Judge(later, chunk);
                }
            }

            Judge(row, chunk);
        }

        chunk.End();
    }

    private void Judge(PostingRow row, Chunk chunk)
    {
        if (row.IsJudged)
        {
            return;
        }

        row.IsJudged = true;
        TakenPosting taken = default;
        if ((row.Rejection ?? judge.Judge(row, chunk.Facts, out taken)) is { } why)
        {
            chunk.Rejects.Add((row, why));
        }
        else
        {
            chunk.Take(row, taken);
        }
    }
}
