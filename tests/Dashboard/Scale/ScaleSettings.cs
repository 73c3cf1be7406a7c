using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>How large the store is that pages are tried on, and where the plans of their queries are told.</summary>
internal static class ScaleSettings
{
    /// <summary>Accounts; CYCLE_SCALE_ACCOUNTS asks for more.</summary>
    public static int Accounts { get; } = Number("CYCLE_SCALE_ACCOUNTS", 20_000);

    /// <summary>Monthly cycles of each account; CYCLE_SCALE_CYCLES asks for more.</summary>
    public static int Cycles { get; } = Number("CYCLE_SCALE_CYCLES", 3);

    /// <summary>Writes artifacts/test-results/scale.md.</summary>
    public static void Tell(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "test-results"));
        File.WriteAllText(Path.Combine(folder.FullName, "scale.md"), text);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) && number > 0 ? number : otherwise;
}
