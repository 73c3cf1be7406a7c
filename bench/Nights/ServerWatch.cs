namespace Cycle.Bench.Nights;

/// <summary>Watches a server's processes: their memory together and the CPU time they use while watched.</summary>
/// <param name="postmaster">Their parent.</param>
internal sealed class ServerWatch(int postmaster)
{
    private const int KilobytesInMegabyte = 1024;
    private readonly Dictionary<int, (double Before, double Now)> _cpu = [];
    private bool _hasLooked;

    public int PeakMegabytes { get; private set; }

    /// <summary>A process that ended between two looks is counted up to the last of them.</summary>
    public double CpuSeconds => _cpu.Values.Sum(cpu => cpu.Now - cpu.Before);

    /// <summary>Looks at every process of the server now; at its memory only when told, which costs the kernel more.</summary>
    public void Look(bool withMemory)
    {
        var (kilobytes, huge) = (0L, 0L);
        foreach (var process in ProcessFiles.ChildrenOf(postmaster).Prepend(postmaster))
        {
            var now = ProcessFiles.CpuSeconds(process);
            if (withMemory)
            {
                kilobytes += ProcessFiles.ShareKilobytes(process);
                huge = Math.Max(huge, ProcessFiles.SharedHugeKilobytes(process));
            }

            _cpu[process] = (_cpu.TryGetValue(process, out var known) ? known.Before : _hasLooked ? 0 : now, now);
        }

        _hasLooked = true;
        PeakMegabytes = Math.Max(PeakMegabytes, (int)((kilobytes + huge) / KilobytesInMegabyte));
    }
}
