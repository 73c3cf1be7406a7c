namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>How a command ended and what it said.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string Everything => $"exit code {ExitCode}\n{Output}{Errors}";

    /// <summary>Its exit code is this one; everything it said is shown when it is not.</summary>
    public CommandResult ShouldEnd(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Everything);
        return this;
    }

    /// <summary>It failed or was refused with these words and nothing else.</summary>
    public void ShouldSayOnly(int exitCode, string words)
    {
        ShouldEnd(exitCode);
        Output.ShouldBe("");
        Errors.ShouldBe(words + "\n");
    }
}
