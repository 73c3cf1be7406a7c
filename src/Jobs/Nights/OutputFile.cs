using System.Text;

namespace Cycle.Jobs.Nights;

/// <summary>Writes files that are either whole or not there: to a temporary name, then renamed.</summary>
internal static class OutputFile
{
    private static int _written;

    /// <summary>For a file that the same command makes again: whole, whatever stops the process; a power cut may lose it.</summary>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WriteAsync(path, file => file.WriteAsync(bytes, cancellationToken).AsTask(), survivesPowerCut: false);

    /// <summary>For a file that the store says is there.</summary>
    public static Task KeepAsync(string path, string text, bool survivesPowerCut, CancellationToken cancellationToken) =>
        KeepAsync(path, file => file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), survivesPowerCut);

    /// <summary>The same for a file that is too long to be held: written as its content comes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content; when it fails there is no file.</param>
    /// <param name="survivesPowerCut">Whether it is on the disk, with its name, when this returns.</param>
    public static Task KeepAsync(string path, Func<Stream, Task> write, bool survivesPowerCut) => WriteAsync(path, write, survivesPowerCut);

    /// <summary>A name beside a file's own that no other writer has, in this process or another.</summary>
    public static string TemporaryNameOf(string path) => $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}.tmp";

    private static async Task WriteAsync(string path, Func<Stream, Task> write, bool survivesPowerCut)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = TemporaryNameOf(path);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                await write(file);
                if (survivesPowerCut)
                {
                    file.Flush(flushToDisk: true);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        if (survivesPowerCut)
        {
            Disk.FlushNames(folder);
        }
    }
}
