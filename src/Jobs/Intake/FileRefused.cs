namespace Cycle.Jobs.Intake;

/// <summary>The file was refused whole; nothing of it is kept.</summary>
/// <param name="FileName">The file's bare name.</param>
/// <param name="Reason">Why, as a person reads it: the file's name, what was found and what was expected. Holds no card number.</param>
public sealed record FileRefused(string FileName, string Reason) : IntakeOutcome(FileName);
