namespace Cycle.Jobs.Reviews;

/// <summary>A statement that stands out.</summary>
/// <param name="Account">The account's token.</param>
/// <param name="Amount">The figure that does, in satang.</param>
/// <param name="Before">The same figure of the statement before, where that says something.</param>
public sealed record Outlier(string Account, long Amount, long? Before);
