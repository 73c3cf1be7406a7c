using System.Diagnostics;

namespace Cycle.Bench.Portfolio;

/// <summary>The verb <c>portfolio</c>: writes a made-up portfolio as a case that can be replayed.</summary>
internal static class PortfolioCommand
{
    public const string Usage =
        "portfolio --out DIR [--seed N] [--accounts N] [--from yyyy-MM-dd] [--months N] [--postings N a month and account] " +
        "[--revolvers PERCENT] [--overdue PERCENT] [--travellers PERCENT] [--cash PERCENT] [--bad PERMILLE] [--statement-day N]";

    public static int Run(IReadOnlyList<string> words)
    {
        PortfolioOptions options;
        try
        {
            options = PortfolioOptions.Parse(words);
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message} Expected: {Usage}");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var rows = PortfolioGenerator.Write(options);
        Console.WriteLine(
            $"{options.Accounts} accounts, {rows} posting rows, {options.From:yyyy-MM-dd} to {options.To:yyyy-MM-dd}, " +
            $"{watch.Elapsed.TotalSeconds:F1} s: {Path.GetFullPath(options.Out)}");
        return 0;
    }
}
