namespace Cycle.Ledger.Storage.Server;

/// <summary>What the environment may say about the private server.</summary>
/// <param name="BinDirectory"><c>CYCLE_PG_BIN</c>: the directory of the server programs, when they are not to be searched for.</param>
/// <param name="KeepRunning"><c>CYCLE_PG_KEEP=1</c>: the last one to leave does not stop the server.</param>
internal sealed record ServerSwitches(string? BinDirectory = null, bool KeepRunning = false)
{
    internal static ServerSwitches FromEnvironment() => new(
        Environment.GetEnvironmentVariable("CYCLE_PG_BIN") is { Length: > 0 } directory ? directory : null,
        Environment.GetEnvironmentVariable("CYCLE_PG_KEEP") == "1");
}
