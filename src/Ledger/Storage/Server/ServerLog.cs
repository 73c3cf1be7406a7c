namespace Cycle.Ledger.Storage.Server;

/// <summary>The server's log file.</summary>
internal static class ServerLog
{
    private const long RotateBytes = 10L << 20;
    private const int LongestTailBytes = 16 << 10;
    private const int TailLines = 6;

    /// <summary>Keeps the log small: a long one becomes <c>server.log.1</c>. Call before a start.</summary>
    internal static void Rotate(string file)
    {
        if (File.Exists(file) && new FileInfo(file).Length > RotateBytes)
        {
            File.Move(file, file + ".1", overwrite: true);
        }
    }

    /// <summary>Bytes now in the log.</summary>
    internal static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <summary>The last lines written after a place in the log.</summary>
    internal static string Tail(string file, long fromByte)
    {
        if (!File.Exists(file))
        {
            return "nothing in its log";
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(stream.Length, Math.Max(fromByte, stream.Length - LongestTailBytes));
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? "nothing in its log" : string.Join('\n', lines.TakeLast(TailLines));
    }
}
