using Cycle.Jobs.Intake.Files;
using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Writes judged chunks, one at a time, beside whatever else is done: one COPY a chunk; their rejects by and by.</summary>
/// <param name="transaction">The file's transaction.</param>
/// <param name="fileName">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
internal sealed class ChunkWriter(IntakeTransaction transaction, string fileName, DateOnly businessDate)
{
    private const string Unique = "postings_pkey";

    private readonly RejectedRows _rejects = new(transaction, fileName, businessDate);

    private (Chunk Chunk, Task<bool> Done)? _inFlight;

    /// <summary>Begins to write a chunk; the one before is finished.</summary>
    public void Begin(Chunk chunk, CancellationToken cancellationToken) =>
        _inFlight = (chunk, Task.Run(() => WriteAsync(chunk, cancellationToken), CancellationToken.None));

    /// <summary>Waits for the chunk that is being written.</summary>
    /// <returns>
    /// The chunk, if there was one, and whether it is written: nothing is when an id was taken before and the chunk was judged without
    /// knowing it.
    /// </returns>
    public async Task<(Chunk? Chunk, bool IsWritten)> FinishAsync()
    {
        if (_inFlight is not { } inFlight)
        {
            return default;
        }

        _inFlight = null;
        return (inFlight.Chunk, await inFlight.Done);
    }

    /// <summary>Writes the rejects that are not yet written, after the last chunk.</summary>
    public Task WriteRejectsAsync(CancellationToken cancellationToken) => _rejects.WriteAsync(cancellationToken);

    /// <summary>Waits until no chunk is being written, whatever came of it.</summary>
    public async Task SettleAsync()
    {
        if (_inFlight is { } inFlight)
        {
            await ((Task)inFlight.Done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> WriteAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        if (chunk.Facts.KnowsIds)
        {
            await chunk.Postings.WriteAsync(transaction.Connection, cancellationToken);
        }
        else if (!await TryWriteAsync(chunk.Postings, cancellationToken))
        {
            return false;
        }

        _rejects.Add(chunk.Rejects, chunk.Facts.KnowsIds);
        await _rejects.WriteIfManyAsync(cancellationToken);
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
}
