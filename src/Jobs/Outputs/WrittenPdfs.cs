namespace Cycle.Jobs.Outputs;

/// <summary>
/// The SHA-256 of every PDF as an export wrote it. Of a locked copy nothing else knows it: the store keeps that of the statement before it
/// was locked. On the disk, for a cycle may have millions; gone with this object.
/// </summary>
public sealed class WrittenPdfs : IDisposable
{
    private const int HashLetters = 64;

    private readonly FileStream _file;
    private readonly StreamWriter _lines;
    private StreamReader? _reader;

    /// <summary>Of an export that has written nothing yet.</summary>
    /// <param name="directory">The export's folder, which is made when missing.</param>
    public WrittenPdfs(string directory)
    {
        Directory.CreateDirectory(directory);
        _file = new(
            Path.Combine(directory, "written-pdfs.tmp"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        _lines = new(_file, leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Adds a file that was written.</summary>
    internal void Add(string path, string sha256) => _lines.WriteLine($"{sha256} {path}");

    /// <summary>Begins to read from the first; nothing is added any more.</summary>
    internal void Rewind()
    {
        _lines.Flush();
        _file.Position = 0;
        _reader?.Dispose();
        _reader = new(_file, leaveOpen: true);
    }

    /// <summary>The hash of a file, or null when it was not written. Files are asked for in the order they were written in, so that each is read once.</summary>
    internal string? Next(string path)
    {
        while (_reader?.ReadLine() is { } line)
        {
            if (line.AsSpan(HashLetters + 1).SequenceEqual(path))
            {
                return line[..HashLetters];
            }
        }

        return null;
    }

    /// <summary>Removes the file.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _lines.Dispose();
        _file.Dispose();
    }
}
