using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Cycle.Ledger.Tests.Properties;

/// <summary>Runs a property over invented cases and says how many there were.</summary>
internal static class Properties
{
    /// <summary>Cases of each property; CYCLE_PROPERTY_CASES asks for more, or for fewer where every mutant is tested.</summary>
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CYCLE_PROPERTY_CASES"), out var cases) ? cases : 500;

    // The same cases on every machine, unless another seed is asked for.
    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("CYCLE_PROPERTY_SEED"), out var seed) ? seed : 20_260_818;

    /// <summary>Checks that an assertion holds for every case; it throws when it does not.</summary>
    public static void ForAll<T>(ITestOutputHelper output, Arbitrary<T> cases, Action<T> assertion)
    {
        var ran = 0;
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Cases)
            .WithQuietOnSuccess(true)
            .WithReplay(Seed, (Seed << 1) | 1);
        Prop.ForAll(cases, (T value) =>
        {
            ran++;
            assertion(value);
        }).Check(config);
        ran.ShouldBeGreaterThanOrEqualTo(Cases);
        output.WriteLine($"{ran} cases, seed {Seed}");
    }
}
