namespace Cycle.Storage.Tests.Server;

/// <summary>One var directory for the tests of a class.</summary>
public sealed class OneVar : IAsyncLifetime
{
    internal TemporaryVar Place { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Place.DisposeAsync();
}
