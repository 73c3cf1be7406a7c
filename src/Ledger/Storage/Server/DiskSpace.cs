namespace Cycle.Ledger.Storage.Server;

/// <summary>Room on the disk, looked at before PostgreSQL fails half-way for lack of it.</summary>
internal static class DiskSpace
{
    /// <summary>For a new database: its 40 MB, a first write-ahead log, and room to do anything at all.</summary>
    internal const long NewDatabaseBytes = 512L << 20;

    /// <summary>For starting over existing data: crash recovery writes.</summary>
    internal const long StartBytes = 64L << 20;

    /// <summary>Bytes free to a plain user on the disk of a directory.</summary>
    internal static long FreeBytes(string directory) => new DriveInfo(directory).AvailableFreeSpace;

    /// <summary>Refuses when fewer bytes are free than needed.</summary>
    internal static void Require(string directory, long bytes)
    {
        var free = FreeBytes(directory);
        if (free < bytes)
        {
            throw Full(directory, $"{free >> 20} MB free", $"at least {bytes >> 20} MB free");
        }
    }

    /// <summary>The words for a full disk.</summary>
    internal static ServerProblem Full(string where, string found, string expected, Exception? inner = null) => new(
        "The disk of the database is full or too small", where, found, expected,
        "free room on that disk (df -h shows it), then run the same command again: what was committed is kept", inner);
}
