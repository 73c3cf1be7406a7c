using System.Diagnostics;

namespace Cycle.Jobs.Runs;

/// <summary>
/// When a process started, so that one with the number of an earlier one is told from it: in ticks since the machine's boot, which no
/// setting of its clock changes. The time of day of a start is reckoned from the clock as it is, and is another one after it was set.
/// </summary>
internal static class ProcessStart
{
    /// <summary>Fields of <c>/proc/PID/stat</c> after the program's name; the start is the twenty-second of all, the name the second.</summary>
    private const int FieldsBeforeStart = 22 - 2 - 1;

    // Also false where /proc is of another numbering of processes than this one's.
    private static readonly bool HasTicks = new FileInfo("/proc/self").LinkTarget == $"{Environment.ProcessId}";

    /// <summary>The start of this process.</summary>
    public static string OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return HasTicks ? TicksIn(File.ReadAllText("/proc/self/stat")) : Seconds(process);
    }

    /// <summary>The start of a process; null when it may not be seen, or ended just now.</summary>
    /// <exception cref="InvalidOperationException">It ended just now.</exception>
    public static string? Of(Process process)
    {
        if (!HasTicks)
        {
            return Seconds(process);
        }

        try
        {
            return TicksIn(File.ReadAllText($"/proc/{process.Id}/stat"));
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The start in the text of <c>/proc/PID/stat</c>. The program's name stands in parentheses, and may hold spaces and parentheses of its own.</summary>
    public static string TicksIn(string stat) => stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[FieldsBeforeStart];

    private static string Seconds(Process process) => $"{process.StartTime.ToUniversalTime():yyyyMMddTHHmmss}";
}
