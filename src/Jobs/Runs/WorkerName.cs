using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Cycle.Jobs.Runs;

/// <summary>Names a process so that another one can tell whether it still lives.</summary>
public static class WorkerName
{
    /// <summary>This machine, or this container of it: its name, and what no other one has even under the same name.</summary>
    public static string Machine { get; } = $"{Environment.MachineName}-{Signs()}";

    /// <summary>This process: machine, process id, start time.</summary>
    public static string OfThisProcess { get; } = Name(Process.GetCurrentProcess());

    /// <summary>Whether a named process ran on this machine and is gone, so that nobody needs to wait for its lease.</summary>
    public static bool IsGone(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('/');
        if (parts.Length != 3 || parts[0] != Machine || !int.TryParse(parts[1], out var processId))
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
        $"{Machine}/{process.Id}/{process.StartTime.ToUniversalTime():yyyyMMddTHHmmss}";

    /// <summary>Of this boot of the machine and of this container's numbering of processes: where either differs, a process id says nothing.</summary>
    private static string Signs()
    {
        var boot = File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id") : "";
        var numbering = new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{boot.Trim()} {numbering}")))[..6];
    }
}
