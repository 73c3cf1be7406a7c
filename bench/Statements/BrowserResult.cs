namespace Cycle.Bench.Statements;

/// <summary>Headless Chromium printing the strings of the one-page statement from HTML, one page after another in one open browser.</summary>
internal sealed record BrowserResult(
    string Version, string Size, int Printed, double PerSecond, double PerSecondAndCore, double TimesSlowerByCpuTime, double TimesSlowerByTheWall);
