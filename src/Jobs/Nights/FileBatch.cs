using Microsoft.Win32.SafeHandles;

namespace Cycle.Jobs.Nights;

/// <summary>
/// The files of one partition on their way to the disk. The system begins to write each out as soon as it is added, while the next is
/// drawn; only at the end is the disk waited for, and then all get their names together. Flushed one by one as they came, each would
/// cost the file system a commit of its journal.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="survivesPowerCut">Whether all are on the disk before any has its name.</param>
internal sealed class FileBatch(string folder, bool survivesPowerCut = true) : IDisposable
{
    /// <summary>Where files lie until they are whole. Beside the others, since a name can be changed only on the same disk.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>Files that are open at once; a process may have a thousand or so.</summary>
    private const int MostOpen = 128;

    private readonly List<(string Temporary, string Path)> _files = [];
    private readonly List<SafeFileHandle> _open = [];

    /// <summary>Writes a file under a name that nobody looks for.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        if (_files.Count == 0)
        {
            Directory.CreateDirectory(Path.Combine(folder, Unfinished));
        }

        var temporary = OutputFile.TemporaryNameOf(Path.Combine(folder, Unfinished, name));
        var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write);
        _open.Add(file);
        _files.Add((temporary, Path.Combine(folder, name)));
        RandomAccess.Write(file, bytes, 0);
        if (survivesPowerCut)
        {
            Disk.BeginWriting(file);
        }

        if (_open.Count == MostOpen)
        {
            Flush();
        }
    }

    /// <summary>Waits until every file is on the disk, then gives all of them their names.</summary>
    /// <param name="beforeNaming">Asked last, when nothing has its name yet.</param>
    /// <exception cref="IOException">The disk did not take a file; none has its name.</exception>
    public async Task KeepAsync(Func<Task> beforeNaming)
    {
        if (_files.Count == 0)
        {
            return;
        }

        Flush();
        await beforeNaming();
        foreach (var (temporary, path) in _files)
        {
            File.Move(temporary, path, overwrite: true);
        }

        if (survivesPowerCut)
        {
            Disk.FlushNames(folder);
        }

        _files.Clear();
    }

    /// <summary>What was not kept is removed.</summary>
    public void Dispose()
    {
        Close();
        foreach (var (temporary, _) in _files.Where(file => File.Exists(file.Temporary)))
        {
            File.Delete(temporary);
        }
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

    private void Flush()
    {
        if (survivesPowerCut)
        {
            _open.ForEach(RandomAccess.FlushToDisk);
        }

        Close();
    }

    private void Close()
    {
        _open.ForEach(file => file.Dispose());
        _open.Clear();
    }
}
