using System.Globalization;

namespace Cycle.Bench.Machine;

/// <summary>Resident memory of this process, as the kernel counts it.</summary>
internal static class Memory
{
    /// <summary>Forgets the peak so far.</summary>
    public static void ResetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>The most since <see cref="ResetPeak"/>, in MiB.</summary>
    public static int PeakMegabytes() => Read("VmHWM:");

    /// <summary>Now, in MiB.</summary>
    public static int NowMegabytes() => Read("VmRSS:");

    private static int Read(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return int.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
