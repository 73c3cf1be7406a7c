namespace Cycle.Ledger.Storage.Server;

/// <summary>What a server wrote of itself: <c>postmaster.pid</c> in its data, or the lock file beside its socket.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="Pid">The number of the server's main process.</param>
/// <param name="DataDirectory">The data it serves.</param>
/// <param name="SocketDirectory">Where its socket is; empty while it is starting.</param>
/// <param name="Status">"starting", "ready", "stopping" or empty.</param>
internal sealed record PostmasterFile(string File, int Pid, string DataDirectory, string SocketDirectory, string Status)
{
    /// <summary>Linux never gives out this process number: its limit is one below.</summary>
    private const int NeverAPid = 4_194_304;

    /// <summary>Whether a server with that number lives. A number given out again to another program is not one.</summary>
    internal bool IsServerAlive => ProcessTable.IsAlive(Pid, "postgres");

    /// <summary>Reads the file, or null when there is none or nothing of use in it yet.</summary>
    internal static PostmasterFile? Read(string file)
    {
        string[] lines;
        try
        {
            lines = System.IO.File.ReadAllLines(file);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        string At(int line) => line < lines.Length ? lines[line].Trim() : "";
        return int.TryParse(At(0), out var pid) ? new PostmasterFile(file, Math.Abs(pid), At(1), At(4), At(7)) : null;
    }

    /// <summary>
    /// Takes a dead server's number out of its file where the number now is a zombie or another program, which PostgreSQL would
    /// mistake for the server. The file itself stays: it names the shared memory that tells PostgreSQL of surviving children.
    /// </summary>
    internal void Retire()
    {
        if (IsServerAlive || !Directory.Exists($"/proc/{Pid}"))
        {
            return;
        }

        var lines = System.IO.File.ReadAllLines(File);
        lines[0] = $"{NeverAPid}";
        // Written over, not replaced: the owner and mode stay the server's.
        System.IO.File.WriteAllText(File, string.Join('\n', lines) + "\n");
    }
}
