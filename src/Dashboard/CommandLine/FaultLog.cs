using Cycle.Ledger.Postings;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Where the whole of a fault is kept for those who mend it; the person at the terminal gets words.</summary>
internal static class FaultLog
{
    public static string Path => System.IO.Path.Combine(CycleHome.Var, "log", "cycle.log");

    public static void Write(Exception fault)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.AppendAllText(Path, $"{DateTimeOffset.UtcNow:O} {CardNumberMask.MaskLongDigits(fault.ToString())}\n");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The words on the terminal are all there is, then.
        }
    }
}
