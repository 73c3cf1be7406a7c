namespace Cycle.Dashboard.CommandLine;

/// <summary>What a command says to the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A rule refuses it: already complete, an earlier date open, somebody else at work.</summary>
    public const int Refused = 3;

    /// <summary>Done, but rows or files were rejected or accounts set aside.</summary>
    public const int DoneWithRejects = 4;
}
