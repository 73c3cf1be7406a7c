namespace Cycle.Jobs.Intake;

/// <summary>What a night's intake did, for the control report.</summary>
/// <param name="Outcomes">What became of each file that was looked at, in the order they were taken.</param>
/// <param name="PostingFilesNotRead">Names of posting files dated before the first business date.</param>
/// <param name="UnknownFiles">Names of files that are none to take in.</param>
public sealed record IntakeReport(
    IReadOnlyList<IntakeOutcome> Outcomes, IReadOnlyList<string> PostingFilesNotRead, IReadOnlyList<string> UnknownFiles);
