namespace Cycle.Jobs.Intake;

/// <summary>What became of one file: <see cref="FileTaken"/>, <see cref="FileAlreadyTaken"/> or <see cref="FileRefused"/>.</summary>
/// <param name="FileName">The file's bare name.</param>
public abstract record IntakeOutcome(string FileName);
