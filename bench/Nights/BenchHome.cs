namespace Cycle.Bench.Nights;

/// <summary>Where the measured program lies and where it works; never where a person's own nights are.</summary>
internal static class BenchHome
{
    /// <summary>The checkout.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("CYCLE_HOME") ?? Environment.CurrentDirectory;

    /// <summary>The program as <c>./cycle</c> builds it.</summary>
    public static string Program { get; } = Path.Combine(Root, "artifacts", "bin", "Cycle.Dashboard", "release", "Cycle.Dashboard.dll");

    /// <summary>Portfolios, the server's data and results of measured nights.</summary>
    public static string Work { get; } = Path.Combine(Root, "artifacts", "bench-nights");

    /// <summary>The var folder of measured nights.</summary>
    public static string Var { get; } = Path.Combine(Work, "var");

    /// <summary>The tariff of measured nights.</summary>
    public static string Tariff { get; } = Path.Combine(Root, "tariffs", "gsb-2026.json");
}
