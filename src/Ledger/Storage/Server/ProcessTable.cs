using System.Runtime.InteropServices;

namespace Cycle.Ledger.Storage.Server;

/// <summary>What the system knows of a process. Only files that every user may read: in a container even root may not read more.</summary>
internal static class ProcessTable
{
    /// <summary>Asks PostgreSQL to end its sessions and stop (its "fast" shutdown).</summary>
    internal const int Interrupt = 2;

    /// <summary>Whether a process lives. One that ended but was not collected by its parent does not.</summary>
    internal static bool IsAlive(int pid) => State(pid) is not (null or 'Z' or 'X');

    /// <summary>Whether a process lives and runs a program of this name.</summary>
    internal static bool IsAlive(int pid, string program) => IsAlive(pid) && Name(pid) == program;

    /// <summary>The program a process runs, or null when there is no such process.</summary>
    internal static string? Name(int pid) =>
        Stat(pid) is { } stat ? stat[(stat.IndexOf('(') + 1)..stat.LastIndexOf(')')] : null;

    /// <summary>Sends a signal; false when there is no such process or it is not ours to signal.</summary>
    internal static bool Signal(int pid, int signal) => Kill(pid, signal) == 0;

    private static char? State(int pid) => Stat(pid) is { } stat ? stat[stat.LastIndexOf(')') + 2] : null;

    private static string? Stat(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Ended before or while we looked.
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
