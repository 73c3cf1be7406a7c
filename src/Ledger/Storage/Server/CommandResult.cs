namespace Cycle.Ledger.Storage.Server;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Zero for success.</param>
/// <param name="Output">What it printed, trimmed.</param>
/// <param name="Errors">What it printed as errors, trimmed.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
