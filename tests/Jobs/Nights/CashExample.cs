using Cycle.Tests.Shared;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>The nights of the product sheet's cash example, run once for all tests that only look at what they left.</summary>
public sealed class CashExample(PostgresFixture postgres) : IAsyncLifetime
{
    internal NightBench Bench { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bench = await NightBench.CreateAsync(postgres, "gsb-2026-ten-percent");
        Bench.WithAccounts(Rows.Account("A1")).WithCards(Rows.Card("C1", "A1"))
            .WithPostings("2026-07-27", Rows.Cash("P1", "C1", "2026-07-27", "10000.00"))
            .WithPostings("2026-09-02", Rows.Payment("P2", "C1", "2026-09-02", "1040.00"));
        await Bench.RunAsync("2026-07-27");
        await Bench.RunAsync("2026-09-18");
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
