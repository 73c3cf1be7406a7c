using System.Globalization;

namespace Cycle.Bench.Nights;

/// <summary>What the kernel tells of a process; zero when it is gone or not ours to ask.</summary>
internal static class ProcessFiles
{
    private const double ClockTicksASecond = 100;
    private const int KilobytesInMegabyte = 1024;

    /// <summary>The most resident memory it ever had.</summary>
    public static int PeakMegabytes(int process) => (int)(Kilobytes(process, "status", "VmHWM:") / KilobytesInMegabyte);

    /// <summary>Its share of memory in KiB: what it shares with others is divided among them, so that a sum over processes is true.</summary>
    public static long ShareKilobytes(int process) => Kilobytes(process, "smaps_rollup", "Pss:");

    /// <summary>What it has mapped of memory in huge pages that processes share, in KiB; no part of <see cref="ShareKilobytes"/>.</summary>
    public static long SharedHugeKilobytes(int process) =>
        Kilobytes(process, "smaps_rollup", "Shared_Hugetlb:") + Kilobytes(process, "smaps_rollup", "Private_Hugetlb:");

    /// <summary>CPU time of all its threads.</summary>
    public static double CpuSeconds(int process) =>
        Stat(process) is { Length: > 13 } fields ? (Ticks(fields[11]) + Ticks(fields[12])) / ClockTicksASecond : 0;

    /// <summary>Its children.</summary>
    public static IEnumerable<int> ChildrenOf(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && Stat(process) is { Length: > 1 } fields && fields[1] == parent.ToString())
            {
                yield return process;
            }
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    /// <summary>The fields after the name in brackets: state, parent, ...</summary>
    private static string[] Stat(int process)
    {
        var text = Read($"/proc/{process}/stat");
        return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static long Kilobytes(int process, string file, string name)
    {
        foreach (var line in Read($"/proc/{process}/{file}").Split('\n'))
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
