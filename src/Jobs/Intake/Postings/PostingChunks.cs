using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cycle.Jobs.Intake.Csv;
using Cycle.Jobs.Intake.Files;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Reads a posting file in chunks, ahead of the database by at most a few of them, so that memory stays flat.</summary>
/// <param name="path">The file.</param>
/// <param name="fileDate">The date in its name.</param>
/// <param name="masters">Gives rows their cards and rates as soon as a chunk was read.</param>
/// <param name="pool">Where rows come from.</param>
internal sealed class PostingChunks(string path, DateOnly fileDate, MasterLookups masters, PostingRowPool pool)
{
    /// <summary>Rows that are looked up and written together; the first chunks are smaller, so that the server has something to write soon.</summary>
    public const int Rows = 30_000;

    private const int RowsOfTheFirst = 6_000;

    private const int ChunksAhead = 1;

    /// <summary>Rows of very long texts make smaller chunks.</summary>
    private const long LargestChunkBytes = 16 * 1024 * 1024;

    private FileSurvey? _survey;

    /// <summary>The file's figures, once it was read to its end.</summary>
    public FileSurvey Survey => _survey ?? throw new InvalidOperationException("The file was not read to its end.");

    /// <summary>The rows of the file. Read again, it must still be the same file.</summary>
    /// <param name="onlyOriginalNamed">Whether only rows that name an original are wanted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UnreadableFile">It is no posting file from some line on, or it changed.</exception>
    public async IAsyncEnumerable<List<PostingRow>> ReadAsync(
        bool onlyOriginalNamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = Channel.CreateBounded<List<PostingRow>>(new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    await FillAsync(chunks.Writer, onlyOriginalNamed, stop.Token);
                    chunks.Writer.Complete();
                }
                catch (Exception problem)
                {
                    chunks.Writer.Complete(problem);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
            {
                yield return chunk;
            }
        }
        finally
        {
            // Also when the database side fails: the file is closed before anyone is told.
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task FillAsync(ChannelWriter<List<PostingRow>> chunks, bool onlyOriginalNamed, CancellationToken cancellationToken)
    {
        using var file = CsvFile.Open(path, PostingColumns.All);
        var reader = new PostingRowReader(file, fileDate, pool);
        var tally = new FileTally(PostingColumns.Amount);
        var (chunk, chunkBytes, chunkRows) = (pool.List(), 0L, RowsOfTheFirst);
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(file);
            if (onlyOriginalNamed && !reader.MayNeedOriginal())
            {
                continue;
            }

            chunk.Add(reader.Read());
            chunkBytes += file.RowBytes;
            if (chunk.Count == chunkRows || chunkBytes >= LargestChunkBytes)
            {
                await HandOnAsync(chunk, chunks, cancellationToken);
                (chunk, chunkBytes, chunkRows) = (pool.List(), 0, Math.Min(2 * chunkRows, Rows));
            }
        }

        _survey?.CheckUnchanged(file);
        _survey = tally.Of(file);
        if (chunk.Count > 0)
        {
            await HandOnAsync(chunk, chunks, cancellationToken);
        }
    }

    private async Task HandOnAsync(List<PostingRow> chunk, ChannelWriter<List<PostingRow>> chunks, CancellationToken cancellationToken)
    {
        await masters.CompleteAsync(chunk, cancellationToken);
        await chunks.WriteAsync(chunk, cancellationToken);
    }
}
