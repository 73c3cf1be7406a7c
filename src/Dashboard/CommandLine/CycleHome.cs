using Cycle.Jobs.Messages;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Where Cycle's own files lie: tariffs, fixtures, and everything it writes.</summary>
internal static class CycleHome
{
    /// <summary>The checkout or installation: CYCLE_HOME, else the nearest folder above the program with tariffs in it.</summary>
    public static string Root { get; } = Find();

    /// <summary>Shipped tariffs.</summary>
    public static string Tariffs => Path.Combine(Root, "tariffs");

    /// <summary>Made-up statements to look at a theme with.</summary>
    public static string Samples => Path.Combine(Root, "theme", "samples");

    /// <summary>Settings of this installation: CYCLE_SETTINGS, else settings below the root.</summary>
    public static string Settings =>
        Environment.GetEnvironmentVariable("CYCLE_SETTINGS") is { Length: > 0 } told ? Path.GetFullPath(told) : Path.Combine(Root, "settings");

    /// <summary>Wording and gateway of messages, from <c>messages.json</c> of the settings.</summary>
    public static MessageSettings Messages => MessageSettingsFile.Read(Path.Combine(Settings, "messages.json"));

    /// <summary>The schedule of this installation: <c>schedule.json</c> of the settings, else the shipped one.</summary>
    public static string Schedule => Path.Combine(Settings, "schedule.json") is var own && File.Exists(own) ? own : ShippedSchedule;

    /// <summary>The shipped schedule.</summary>
    public static string ShippedSchedule => Path.Combine(Root, "settings", "schedule.json");

    /// <summary>Everything Cycle writes: CYCLE_VAR, else var below the root.</summary>
    public static string Var =>
        Environment.GetEnvironmentVariable("CYCLE_VAR") is { Length: > 0 } told ? Path.GetFullPath(told) : Path.Combine(Root, "var");

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CYCLE_HOME") is { Length: > 0 } told)
        {
            return Path.GetFullPath(told);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "tariffs")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
