using Cycle.Dashboard.Tests.CommandLine;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>What two nights with one purchase leave behind when nothing happens: run once for all tests that hold theirs against it.</summary>
public sealed class UndisturbedNights(PostgresFixture postgres) : IAsyncLifetime
{
    public static readonly DateOnly First = new(2026, 8, 17);
    public static readonly DateOnly Second = new(2026, 8, 18);

    internal SortedDictionary<string, string> Left { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var bench = (await CycleBench.CreateAsync(postgres)).WithPurchase();
        (await bench.NightAsync($"{First:yyyy-MM-dd}")).ShouldEnd(0);
        (await bench.NightAsync($"{Second:yyyy-MM-dd}")).ShouldEnd(0);
        Left = await LeftByNights.ReadAsync(bench, bench.Db, First, Second);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
