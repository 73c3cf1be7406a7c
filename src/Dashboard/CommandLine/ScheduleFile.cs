using Cycle.Jobs.Schedule;
using Cycle.Ledger;

namespace Cycle.Dashboard.CommandLine;

/// <summary>The schedule file a command is told, or the one in the settings folder.</summary>
internal static class ScheduleFile
{
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="FileRefusedException">It is refused.</exception>
    public static async Task<Timetable> ReadAsync(string? told, CancellationToken cancellationToken)
    {
        var path = PathOf(told);
        if (!File.Exists(path))
        {
            throw new UsageException($"--schedule: no file {path}. The shipped one is {CycleHome.ShippedSchedule}.");
        }

        try
        {
            return ScheduleReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (ScheduleException refused)
        {
            throw new FileRefusedException(path, refused.Problems);
        }
    }

    public static string PathOf(string? told) => told ?? CycleHome.Schedule;
}
