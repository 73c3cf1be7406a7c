using System.Globalization;
using Cycle.Bench.Machine;
using Cycle.Rendering;

namespace Cycle.Bench.Statements;

/// <summary>
/// The verb <c>statements</c>: how fast statements are drawn, against a bare loop over Pango and Cairo and against a browser; how two
/// threads scale; how much memory it takes.
/// </summary>
internal static class StatementsCommand
{
    public const string Usage =
        "statements [--rounds N] [--seconds S a round] [--soak N statements, 0 for none] [--results DIR]; what a run leaves out is kept from the file that is there";

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (!StatementsOptions.TryParse(words, out var options))
        {
            Console.Error.WriteLine($"Found '{string.Join(' ', words)}'; expected: {Usage}");
            return 2;
        }

        var machine = MachineFacts.Read();
        var file = Path.Combine(options.Results, machine.Folder, "statements.json");
        var before = StatementResults.Read(file);
        var load = MachineFacts.LoadAverage();
        if (load > 0.5)
        {
            Console.WriteLine($"The machine is busy (load {load:F1}): rates by the wall will be low; those by CPU time hold better.");
        }

        var theme = Theme.Shipped();
        var corpora = Corpus.All(theme);
        var sizes = options.Rounds == 0
            ? before?.Sizes ?? []
            : SizeRounds.Run(corpora, theme, options.Rounds, TimeSpan.FromSeconds(options.Seconds));
        var browser = options.Rounds == 0 ? before?.Browser : await BrowserRounds.RunAsync(corpora[0], sizes[0], options.Rounds) ?? before?.Browser;
        var soak = options.Soak == 0 ? before?.Soak : Soak.Run(options.Soak, theme, corpora[0].Document, Console.WriteLine);

        // Without rounds no pace was measured: when and how it was stays as the file says.
        using var renderer = new StatementRenderer(theme);
        var (measured, loadBefore, rounds, seconds) = options.Rounds == 0 && before is not null
            ? (before.Measured, before.LoadBefore, before.Rounds, before.SecondsARound)
            : (DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), load, options.Rounds, options.Seconds);
        new StatementResults(measured, machine, loadBefore, renderer.DrawnWith, rounds, seconds, sizes, browser, soak).Write(file);
        Console.WriteLine($"Written to {file}");
        return 0;
    }
}
