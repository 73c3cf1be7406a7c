using System.Diagnostics;

namespace Cycle.Jobs.Runs;

/// <summary>Names a process so that another one can tell whether it still lives.</summary>
public static class WorkerName
{
    /// <summary>This process: machine, process id, start time.</summary>
    public static string OfThisProcess { get; } = Name(Process.GetCurrentProcess());

    /// <summary>Whether a named process ran on this machine and is gone, so that nobody needs to wait for its lease.</summary>
    public static bool IsGone(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], out var processId))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return Name(process) != name;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string Name(Process process) =>
        $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddTHHmmss}";
}
