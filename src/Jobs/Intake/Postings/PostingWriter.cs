using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Judges chunks of rows and writes what comes of them: one look-up and one COPY a chunk, a second COPY when it has rejects.</summary>
/// <param name="transaction">The file's transaction.</param>
/// <param name="masters">Cards and rates.</param>
/// <param name="name">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">Fees and ceilings.</param>
internal sealed class PostingWriter(IntakeTransaction transaction, MasterLookups masters, IncomingName name, DateOnly businessDate, Tariff tariff)
{
    private const string Unique = "postings_pkey";

    /// <summary>Looking up a few ids costs less than writing them twice.</summary>
    private const int FewestAsNew = 5_000;

    private readonly PostingLookups _lookups = new(transaction.Connection, masters, tariff);
    private readonly PostingJudge _judge = new(name, businessDate, tariff);

    /// <summary>
    /// Large chunks are first written as if no id was taken before, which is nearly always so and spares a look-up of every id; the first
    /// that was makes the chunk be judged again with all ids looked up, and every later one too.
    /// </summary>
    private bool _expectsNewIds = true;

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

        // A row that waits may stand among the rows of the chunk and be named by one of them.
        var open = rows.Concat(ahead).Distinct().Where(row => !row.IsJudged).ToList();
        var rejects = _expectsNewIds && open.Count >= FewestAsNew ? await TryAsNewAsync(rows, ahead, open, cancellationToken) : null;
        rejects ??= await WriteAsync(rows, ahead, await _lookups.ForAsync(open, withIds: true, cancellationToken), cancellationToken);
        Taken += open.Count(row => row.IsJudged) - rejects.Count;
        Rejected += rejects.Count;
        await RejectCopy.WriteAsync(
            transaction.Connection, name.Name, businessDate, rejects.ConvertAll(reject => (reject.Row.Line, reject.Row.PostingId, reject.Why)),
            cancellationToken);
    }

    /// <summary>Writes the rows as if none of their ids was taken before.</summary>
    /// <returns>Null, with nothing written, when one was.</returns>
    private async Task<List<(PostingRow Row, Rejection Why)>?> TryAsNewAsync(
        IReadOnlyList<PostingRow> rows, IReadOnlyList<PostingRow> ahead, List<PostingRow> open, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(cancellationToken);
        try
        {
            var rejects = await WriteAsync(rows, ahead, await _lookups.ForAsync(open, withIds: false, cancellationToken), cancellationToken);
            await transaction.KeepAsync(cancellationToken);
            return await PreferDuplicatesAsync(rejects, cancellationToken);
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Unique })
        {
            await transaction.GoBackAsync(cancellationToken);
            open.ForEach(row => row.IsJudged = false);
            _expectsNewIds = false;
            return null;
        }
    }

    /// <summary>A row rejected for what comes after its id in the order of reasons is a duplicate first.</summary>
    private async Task<List<(PostingRow Row, Rejection Why)>> PreferDuplicatesAsync(
        List<(PostingRow Row, Rejection Why)> rejects, CancellationToken cancellationToken)
    {
        var taken = await _lookups.TakenAsync([.. rejects.Select(reject => reject.Row).Where(row => row.Rejection is null)], cancellationToken);
        return rejects.ConvertAll(reject =>
            reject.Row.Rejection is null && taken.TryGetValue(reject.Row.PostingId, out var place)
            && (place.FileName != name.Name || place.Line < reject.Row.Line)
                ? (reject.Row, PostingJudge.Duplicate(reject.Row, place))
                : reject);
    }

    private async Task<List<(PostingRow Row, Rejection Why)>> WriteAsync(
        IReadOnlyList<PostingRow> rows, IReadOnlyList<PostingRow> ahead, ChunkFacts facts, CancellationToken cancellationToken)
    {
        var rejects = new List<(PostingRow, Rejection)>();
        var laterById = ahead.ToLookup(row => row.PostingId, StringComparer.Ordinal);
        await using var copy = await PostingCopy.BeginAsync(transaction.Connection, name.Name, businessDate, cancellationToken);
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
            await copy.FlushAsync(cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
        return rejects;
    }

    private void Take(PostingRow row, ChunkFacts facts, PostingCopy copy, List<(PostingRow, Rejection)> rejects)
    {
        if (row.IsJudged)
        {
            return;
        }

        row.IsJudged = true;
        TakenPosting taken = default;
        if ((row.Rejection ?? _judge.Judge(row, facts, out taken)) is { } why)
        {
            rejects.Add((row, why));
        }
        else
        {
            copy.Write(row, taken);
        }
    }
}
