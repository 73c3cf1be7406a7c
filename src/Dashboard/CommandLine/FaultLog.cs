using Cycle.Ledger.Postings;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Where the whole of a fault is kept for those who mend it; the person at the terminal gets words.</summary>
internal static class FaultLog
{
    public static string Path => System.IO.Path.Combine(CycleHome.Var, "log", "cycle.log");

    /// <returns>Whether it is kept; on a full disk the words on the terminal are all there is.</returns>
    public static bool Write(Exception fault)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.AppendAllText(Path, $"{DateTimeOffset.UtcNow:O} {CardNumberMask.MaskLongDigits(fault.ToString())}\n");
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
