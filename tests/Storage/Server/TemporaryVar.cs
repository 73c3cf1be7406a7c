using Cycle.Tests.Shared;

namespace Cycle.Storage.Tests.Server;

/// <summary>A var directory of one test, removed with whatever server still runs in it.</summary>
internal sealed class TemporaryVar : IAsyncDisposable
{
    public TemporaryVar(string below = "")
    {
        Root = Path.Combine(Path.GetTempPath(), "cycle-server-" + Guid.NewGuid().ToString("N")[..8]);
        Var = Path.Combine(Root, below);
        Directory.CreateDirectory(Var);
    }

    public string Root { get; }

    public string Var { get; }

    public string Home => Path.Combine(Var, "pg");

    public string Leases => Path.Combine(Home, "leases");

    public string Data => Path.Combine(Home, "data");

    public async ValueTask DisposeAsync()
    {
        await PrivateData.RemoveAsync(Var);
        Directory.Delete(Root, recursive: true);
    }
}
