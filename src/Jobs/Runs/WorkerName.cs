using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Cycle.Jobs.Runs;

/// <summary>Names a process so that another one can tell whether it still lives.</summary>
public static class WorkerName
{
    /// <summary>
    /// Of how a start is told. Builds before counted seconds by the clock, which tells another start once it was set: to each of the two
    /// kinds of builds the other's processes are as of another machine, of which only silence says that they are gone.
    /// </summary>
    private const string Form = "ticks";

    /// <summary>This machine, or this container of it: its name, and what no other one has even under the same name.</summary>
    public static string Machine { get; } = $"{Environment.MachineName}-{Signs()}";

    /// <summary>This process: machine, process id, start.</summary>
    public static string OfThisProcess { get; } = $"{Machine}/{Environment.ProcessId}/{ProcessStart.OfThisProcess()}";

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
            return ProcessStart.Of(process) is { } start && start != parts[2];
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>Of this boot of the machine and of this container's numbering of processes: where either differs, a process id says nothing.</summary>
    private static string Signs()
    {
        var boot = File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id") : "";
        var numbering = new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{boot.Trim()} {numbering} {Form}")))[..6];
    }
}
