using Cycle.Jobs.Intake.Files;
using Cycle.Ledger.Tariffs;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Judges chunks of rows one after the other and writes what comes of them. While the server writes a chunk, the next one is judged: what
/// that one brought is told to it (<see cref="ChunkFacts"/>), the store is asked for all before.
/// </summary>
/// <param name="transaction">The file's transaction.</param>
/// <param name="name">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
/// <param name="tariff">Fees and ceilings.</param>
/// <param name="pool">Gets rows back once they are written.</param>
internal sealed class PostingWriter(
    IntakeTransaction transaction, IncomingName name, DateOnly businessDate, Tariff tariff, PostingRowPool pool) : IAsyncDisposable
{
    /// <summary>Looking up a few ids costs less than writing them twice.</summary>
    private const int FewestAsNew = 5_000;

    private readonly PostingLookups _lookups = new(transaction.Connection, tariff);
    private readonly ChunkJudge _judge = new(new(name, businessDate, tariff));
    private readonly ChunkWriter _writer = new(transaction, name.Name, businessDate);
    private readonly LookupKeys _keys = new();
    private readonly Stack<Chunk> _spare = new([new(new(name.Name, businessDate)), new(new(name.Name, businessDate))]);

    /// <summary>
    /// Large chunks are first written as if no id was taken by an earlier file, which is nearly always so and spares a look-up of every id;
    /// the first that was makes the chunk be judged again with all ids looked up, and every later one too.
    /// </summary>
    private bool _expectsNewIds = true;

    /// <summary>Rows that waited are known elsewhere too, and are not used again.</summary>
    private bool _isLate;

    /// <summary>The last chunk, judged against the one that is being written.</summary>
    private Chunk? _judged;

    /// <summary>Rows taken so far, of what was written.</summary>
    public long Taken { get; private set; }

    /// <summary>Rows rejected so far, of what was written.</summary>
    public long Rejected { get; private set; }

    /// <summary>Judges rows in their order; they are written by and by, and go back to the pool then.</summary>
    /// <param name="rows">The rows, with their cards and rates.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task TakeAsync(List<PostingRow> rows, CancellationToken cancellationToken) => TakeAsync(rows, [], cancellationToken);

    /// <summary>Judges rows in their order, against all before as the store has it, and writes them at once.</summary>
    /// <param name="rows">The rows, with their cards and rates; they may name originals.</param>
    /// <param name="ahead">Rows of later lines that are judged as soon as a row names them as its original; each is judged once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TakeLateAsync(List<PostingRow> rows, IReadOnlyList<PostingRow> ahead, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        _isLate = true;
        await TakeAsync(rows, ahead, cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Writes all that was judged.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await FinishWritingAsync(cancellationToken);
        BeginWriting(cancellationToken);
        await FinishWritingAsync(cancellationToken);
        await _writer.WriteRejectsAsync(cancellationToken);
    }

    /// <summary>Left early, for whatever reason: the transaction is about to be taken back, and needs its connection for that.</summary>
    public async ValueTask DisposeAsync() => await _writer.SettleAsync();

    private async Task TakeAsync(List<PostingRow> rows, IReadOnlyList<PostingRow> ahead, CancellationToken cancellationToken)
    {
        // Before the wait: between two chunks the server has nothing to do but the look-ups.
        _lookups.Gather(_keys, Chunk.Open(rows, ahead), allIds: IsSmall(rows));
        await FinishWritingAsync(cancellationToken);
        var chunk = _spare.Pop();
        chunk.Begin(rows, ahead);
        await LookUpAsync(chunk, _keys, _judged?.Facts, cancellationToken);
        BeginWriting(cancellationToken);
        _judge.Judge(chunk);
        _judged = chunk;
    }

    private static bool IsSmall(List<PostingRow> rows) => rows.Count < FewestAsNew;

    private Task LookUpAsync(Chunk chunk, LookupKeys keys, ChunkFacts? before, CancellationToken cancellationToken)
    {
        chunk.Facts.Begin(knowsIds: !_expectsNewIds || IsSmall(chunk.Rows), before);
        return _lookups.FillAsync(chunk.Facts, keys, cancellationToken);
    }

    private void BeginWriting(CancellationToken cancellationToken)
    {
        if (_judged is { } chunk)
        {
            _writer.Begin(chunk, cancellationToken);
            _judged = null;
        }
    }

    private async Task FinishWritingAsync(CancellationToken cancellationToken)
    {
        var (chunk, isWritten) = await _writer.FinishAsync();
        if (chunk is null)
        {
            return;
        }

        if (isWritten)
        {
            Count(chunk);
        }
        else
        {
            await JudgeAgainAsync(chunk, cancellationToken);
        }
    }

    /// <summary>An id was taken before: the chunk is judged with all ids known, and so is the one that was judged after it.</summary>
    private async Task JudgeAgainAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        _expectsNewIds = false;
        Chunk[] chunks = _judged is { } next ? [chunk, next] : [chunk];
        _judged = null;
        Array.ForEach(chunks, again => again.Reopen());
        var keys = new LookupKeys();
        foreach (var again in chunks)
        {
            _lookups.Gather(keys, Chunk.Open(again.Rows, again.Ahead), allIds: true);
            await LookUpAsync(again, keys, before: null, cancellationToken);
            _judge.Judge(again);
            _writer.Begin(again, cancellationToken);
            await _writer.FinishAsync();
            Count(again);
        }
    }

    private void Count(Chunk written)
    {
        Taken += written.Postings.Count;
        Rejected += written.Rejects.Count;
        _spare.Push(written);
        if (!_isLate)
        {
            pool.Return(written.Rows);
        }
    }
}
