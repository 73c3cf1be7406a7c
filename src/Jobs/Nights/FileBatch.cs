using System.Collections.Concurrent;

namespace Cycle.Jobs.Nights;

/// <summary>
/// The files of one partition on their way to the disk. Each is written and flushed by threads beside the one that makes them, several
/// at once: a disk takes ten flushes in the time of two, and drawing goes on meanwhile. All get their names together, at the end.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="survivesPowerCut">Whether all are on the disk before any has its name.</param>
internal sealed class FileBatch(string folder, bool survivesPowerCut = true) : IDisposable
{
    /// <summary>Where files lie until they are whole. Beside the others, since a name can be changed only on the same disk.</summary>
    public const string Unfinished = "unfinished";

    private const int MostWriters = 8;
    private const int MostWaiting = 16;
    private readonly BlockingCollection<(string Temporary, ReadOnlyMemory<byte> Bytes)> _waiting = new(MostWaiting);
    private readonly List<(string Temporary, string Path)> _files = [];
    private readonly List<Task> _writers = [];
    private readonly CancellationTokenSource _failed = new();
    private volatile Exception? _fault;

    /// <summary>Hands a file over to be written.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="bytes">Its content; not to be changed until the batch is kept.</param>
    /// <exception cref="IOException">An earlier one could not be written.</exception>
    public void Add(string name, ReadOnlyMemory<byte> bytes)
    {
        // One more only while files wait: each that waits for work wakes up for it, and drawing needs the cores.
        if (_writers.Count == 0 || (_waiting.Count > 0 && _writers.Count < MostWriters))
        {
            Directory.CreateDirectory(Path.Combine(folder, Unfinished));
            _writers.Add(Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }

        var temporary = OutputFile.TemporaryNameOf(Path.Combine(folder, Unfinished, name));
        _files.Add((temporary, Path.Combine(folder, name)));
        try
        {
            _waiting.Add((temporary, bytes), _failed.Token);
        }
        catch (OperationCanceledException) when (_fault is not null)
        {
            throw new IOException(_fault.Message, _fault);
        }
    }

    /// <summary>Waits until every file is on the disk, then gives all of them their names.</summary>
    /// <param name="beforeNaming">Asked last, when nothing has its name yet.</param>
    /// <exception cref="IOException">A file could not be written; none has its name.</exception>
    public async Task KeepAsync(Func<Task> beforeNaming)
    {
        _waiting.CompleteAdding();
        await Task.WhenAll(_writers);
        if (_fault is not null)
        {
            throw new IOException(_fault.Message, _fault);
        }

        if (_files.Count == 0)
        {
            return;
        }

        await beforeNaming();
        foreach (var (temporary, path) in _files)
        {
            File.Move(temporary, path, overwrite: true);
        }

        if (survivesPowerCut)
        {
            FolderSync.Flush(folder);
        }

        _files.Clear();
    }

    /// <summary>What was not kept is removed.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _failed.Cancel();
        Task.WaitAll([.. _writers]);
        foreach (var (temporary, _) in _files.Where(file => File.Exists(file.Temporary)))
        {
            File.Delete(temporary);
        }

        _waiting.Dispose();
        _failed.Dispose();
    }

    /// <summary>Removes what processes that died left unfinished, when nobody writes here any more; whoever wakes up later finds its files gone.</summary>
    public static void Clear(string folder)
    {
        var unfinished = Path.Combine(folder, Unfinished);
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private void WriteAll()
    {
        try
        {
            foreach (var (temporary, bytes) in _waiting.GetConsumingEnumerable(_failed.Token))
            {
                using var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write);
                RandomAccess.Write(file, bytes.Span, 0);
                if (survivesPowerCut)
                {
                    RandomAccess.FlushToDisk(file);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Another writer failed, or the batch is given up.
        }
        catch (Exception fault)
        {
            _fault ??= fault;
            _failed.Cancel();
        }
    }
}
