using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Cycle.Bench.Machine;

/// <summary>What a result was measured on.</summary>
/// <param name="Cpu">The processor.</param>
/// <param name="Cores">How many of its cores there are here.</param>
/// <param name="MemoryGigabytes">Memory in GiB.</param>
/// <param name="Kernel">The system.</param>
/// <param name="DotNet">The runtime.</param>
/// <param name="HugePages">Huge pages set aside for those that ask for them, as the server does; 0 where none are.</param>
internal sealed partial record MachineFacts(string Cpu, int Cores, double MemoryGigabytes, string Kernel, string DotNet, int HugePages = 0)
{
    private const double KilobytesInGigabyte = 1024 * 1024;

    /// <summary>Of this machine.</summary>
    public static MachineFacts Read() => new(
        LineOf("/proc/cpuinfo", "model name"),
        Environment.ProcessorCount,
        Math.Round(double.Parse(LineOf("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / KilobytesInGigabyte, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        int.TryParse(LineOf("/proc/meminfo", "HugePages_Total"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0);

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
