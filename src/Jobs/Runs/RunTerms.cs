namespace Cycle.Jobs.Runs;

/// <summary>What every process that works on a run must agree about; kept with the run when it is claimed.</summary>
/// <param name="TariffSha256">Hash of the tariff it computes by; the tariff itself is kept in the store.</param>
/// <param name="FirstBusinessDate">The first business date of the installation.</param>
/// <param name="RendersStatements">Whether PDFs are drawn.</param>
public sealed record RunTerms(string TariffSha256, DateOnly FirstBusinessDate, bool RendersStatements);
