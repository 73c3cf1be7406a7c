using System.Text;
using Cycle.Bench.Nights;
using static Cycle.Bench.Figures.FigureTables;

namespace Cycle.Bench.Figures;

/// <summary>What larger portfolios ask of one machine like the measured one, worked out from its largest night with PDFs.</summary>
internal static class PortfolioTable
{
    // Statement days are spread over the month, so that a thirtieth of a portfolio is due on a night.
    private const int NightsInCycle = 30;
    private const int WindowHours = 4;
    private const double Gibibyte = 1L << 30;

    private static readonly int[] Millions = [1, 3, 10, 30, 100];

    /// <summary>A row a portfolio.</summary>
    /// <param name="nights">Nights with PDFs, the largest last.</param>
    public static string Of(IReadOnlyList<NightResults> nights)
    {
        if (nights.Count == 0)
        {
            return "";
        }

        var measured = nights[^1];
        var text = new StringBuilder(Place(measured.Machine, measured.Measured, measured.Versions));
        text.Append(Text($"From the night of {measured.Accounts:N0} accounts, {measured.MicrosecondsAnAccount:N0} µs an account due:\n\n"));
        text.Append(Text($"| portfolio | due a night | a night on one machine | of a window of {WindowHours} hours | write-ahead log a night | store grows, a cycle | PDFs, a cycle |\n"));
        text.Append("|---|---|---|---|---|---|---|\n");
        foreach (var million in Millions)
        {
            text.Append(Row(measured, million * 1_000_000L));
        }

        return text.Append('\n').ToString();
    }

    private static string Row(NightResults measured, long portfolio)
    {
        var due = portfolio / NightsInCycle;
        var minutes = due * measured.MicrosecondsAnAccount / 60_000_000;
        double Gibibytes(long bytes, long accounts) => bytes / Gibibyte / measured.Accounts * accounts;
        return Text(
            $"| {portfolio / 1_000_000} million | {due:N0} | {minutes:N0} min | {100 * minutes / 60 / WindowHours:F0} % | {Gibibytes(measured.WalBytes, due):N1} GiB | {Gibibytes(measured.StoreBytes, portfolio):N0} GiB | {Gibibytes(measured.PdfBytes, portfolio):N0} GiB |\n");
    }
}
