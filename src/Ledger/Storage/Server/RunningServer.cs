namespace Cycle.Ledger.Storage.Server;

/// <summary>A server that is up.</summary>
/// <param name="Pid">The number of its main process.</param>
/// <param name="SocketDirectory">Where its socket is.</param>
internal sealed record RunningServer(int Pid, string SocketDirectory);
