namespace Cycle.Jobs.Intake;

/// <summary>What an installation may choose about taking files in.</summary>
/// <param name="ControlFileRequired">Whether a file of postings or opening balances without its control file is refused. One that is there is always enforced.</param>
public sealed record IntakeSettings(bool ControlFileRequired);
