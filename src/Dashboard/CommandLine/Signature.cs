namespace Cycle.Dashboard.CommandLine;

/// <summary>How the trail names whoever gives a command: never like a person who signs in to the pages, whatever the system's user is called.</summary>
internal static class Signature
{
    public static string Here => $"command line ({Environment.UserName})";
}
