using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Cycle.Bench.Machine;

/// <summary>What a result was measured on.</summary>
internal sealed partial record MachineFacts(string Cpu, int Cores, double MemoryGigabytes, string Kernel, string DotNet)
{
    private const double KilobytesInGigabyte = 1024 * 1024;

    /// <summary>Of this machine.</summary>
    public static MachineFacts Read() => new(
        LineOf("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        Math.Round(double.Parse(LineOf("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / KilobytesInGigabyte, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    /// <summary>The CPU as a folder's name: results of different CPUs are never mixed.</summary>
    public string Folder => NotPlain().Replace(Cpu.ToLowerInvariant(), "-").Trim('-');

    /// <summary>Processes that wanted to run in the last minute, on average: above the number of cores, wall-clock figures say little.</summary>
    public static double LoadAverage() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string LineOf(string file, string name)
    {
        var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) ?? ": unknown";
        return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotPlain();
}
