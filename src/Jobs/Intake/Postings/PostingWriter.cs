using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Postings;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Judges chunks of rows and writes what comes of them: one look-up and one COPY a chunk, a second COPY when it has rejects.</summary>
/// <param name="connection">The connection of the file's transaction.</param>
/// <param name="name">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">Fees and ceilings.</param>
internal sealed class PostingWriter(NpgsqlConnection connection, IncomingName name, DateOnly businessDate, Tariff tariff)
{
    private readonly PostingLookups _lookups = new(connection, tariff);
    private readonly PostingJudge _judge = new(name, businessDate, tariff);

    /// <summary>Rows taken so far.</summary>
    public long Taken { get; private set; }

    /// <summary>Rows rejected so far.</summary>
    public long Rejected { get; private set; }

    /// <summary>Judges rows in their order and writes them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ahead">Rows of later lines that are judged as soon as a row names them as its original; each is judged once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TakeAsync(IReadOnlyList<PostingRow> rows, IReadOnlyList<PostingRow> ahead, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var facts = await _lookups.ForAsync([.. rows, .. ahead], cancellationToken);
        var rejects = new List<(long, string, Rejection)>();
        await using (var copy = await PostingCopy.BeginAsync(connection, name.Name, businessDate, cancellationToken))
        {
            var laterById = ahead.ToLookup(row => row.PostingId, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (row.OriginalPostingId is { } original && original != row.PostingId && !facts.Originals.ContainsKey(original))
                {
                    foreach (var later in laterById[original].Where(later => later.Line > row.Line))
                    {
                        Take(later, facts, copy, rejects);
                    }
                }

                Take(row, facts, copy, rejects);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        Rejected += rejects.Count;
        await RejectCopy.WriteAsync(connection, name.Name, businessDate, rejects, cancellationToken);
    }

    private void Take(PostingRow row, ChunkFacts facts, PostingCopy copy, List<(long, string, Rejection)> rejects)
    {
        if (row.IsJudged)
        {
            return;
        }

        row.IsJudged = true;
        TakenPosting taken = default;
        if ((row.Rejection ?? _judge.Judge(row, facts, out taken)) is { } why)
        {
            rejects.Add((row.Line, row.PostingId, why));
            return;
        }

        copy.Write(row, taken);
        Taken++;
    }
}
