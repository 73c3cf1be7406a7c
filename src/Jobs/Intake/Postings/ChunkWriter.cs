using Cycle.Jobs.Intake.Files;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Writes judged chunks: one COPY a chunk, and a second one when it has rejects.</summary>
/// <param name="transaction">The file's transaction.</param>
/// <param name="fileName">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
internal sealed class ChunkWriter(IntakeTransaction transaction, string fileName, DateOnly businessDate)
{
    private const string Unique = "postings_pkey";

    /// <summary>Writes a chunk.</summary>
    /// <returns>False, with nothing written, when an id was taken before and the chunk was judged without knowing it.</returns>
    public async Task<bool> WriteAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var rejects = chunk.Rejects;
        if (chunk.Facts.KnowsIds)
        {
            await chunk.Postings.WriteAsync(transaction.Connection, cancellationToken);
        }
        else if (await TryWriteAsync(chunk.Postings, cancellationToken))
        {
            rejects = await PreferDuplicatesAsync(rejects, cancellationToken);
        }
        else
        {
            return false;
        }

        await RejectCopy.WriteAsync(
            transaction.Connection, fileName, businessDate, rejects.ConvertAll(reject => (reject.Row.Line, reject.Row.PostingId.Text, reject.Why)), cancellationToken);
        return true;
    }

    private async Task<bool> TryWriteAsync(PostingBatch postings, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(cancellationToken);
        try
        {
            await postings.WriteAsync(transaction.Connection, cancellationToken);
            await transaction.KeepAsync(cancellationToken);
            return true;
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Unique })
        {
            await transaction.GoBackAsync(cancellationToken);
            return false;
        }
    }

    /// <summary>A row rejected for what comes after its id in the order of reasons is a duplicate first.</summary>
    private async Task<List<(PostingRow Row, Rejection Why)>> PreferDuplicatesAsync(
        List<(PostingRow Row, Rejection Why)> rejects, CancellationToken cancellationToken)
    {
        var ids = rejects.Select(reject => reject.Row).Where(row => row.Rejection is null).Select(row => row.PostingId.Text).ToList();
        if (ids.Count == 0)
        {
            return rejects;
        }

        var taken = new Dictionary<string, (string FileName, long Line)>(StringComparer.Ordinal);
        await LookupBatch.RunAsync(
            transaction.Connection,
            [(LookupQueries.Taken(ids), reader => taken.Add(reader.GetString(0), (reader.GetString(1), reader.GetInt64(2))))],
            cancellationToken);
        return rejects.ConvertAll(reject =>
            reject.Row.Rejection is null && taken.TryGetValue(reject.Row.PostingId.Text, out var place)
            && (place.FileName != fileName || place.Line < reject.Row.Line)
                ? (reject.Row, PostingJudge.Duplicate(reject.Row.PostingId.Text, place))
                : reject);
    }
}
