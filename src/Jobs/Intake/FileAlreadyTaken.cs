namespace Cycle.Jobs.Intake;

/// <summary>The very same file was taken in before; nothing was done.</summary>
/// <param name="FileName">The file's bare name.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="BusinessDate">The business date that took it.</param>
public sealed record FileAlreadyTaken(string FileName, DateTimeOffset TakenAt, DateOnly BusinessDate) : IntakeOutcome(FileName);
