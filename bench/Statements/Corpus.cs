using Cycle.Ledger.Billing;
using Cycle.Rendering;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Samples;

namespace Cycle.Bench.Statements;

/// <summary>A statement to measure with.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Document">The statement.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Bytes">Its PDF's size.</param>
/// <param name="Texts">Every text it draws, in order.</param>
internal sealed record Corpus(string Name, StatementDocument Document, int Pages, int Bytes, IReadOnlyList<DrawnText> Texts)
{
    private static readonly string Samples = RenderingFiles.PathOf("Theme", "samples");

    /// <summary>Thai statements of one, two, three and a hundred pages, made of the samples that ship. Most of a bank's have two.</summary>
    public static IReadOnlyList<Corpus> All(Theme theme)
    {
        using var renderer = new StatementRenderer(theme);
        var (ordinary, sixty) = (SampleStatement.Read(Samples, "ordinary"), SampleStatement.Read(Samples, "sixty-lines"));
        return
        [
            Of("1 page", ordinary, renderer),
            Of("2 pages", Grown(ordinary, 2, renderer), renderer),
            Of("3 pages", sixty, renderer),
            Of("100 pages", Grown(sixty, 100, renderer), renderer),
        ];
    }

    private static Corpus Of(string name, StatementDocument document, StatementRenderer renderer)
    {
        var texts = new List<DrawnText>();
        var pdf = renderer.Render(document, texts);
        return new(name, document, pdf.Pages, pdf.Bytes.Length, texts);
    }

    /// <summary>The statement with its lines repeated until it fills a number of pages.</summary>
    private static StatementDocument Grown(StatementDocument document, int pages, StatementRenderer renderer)
    {
        var lines = document.Statement.Lines;
        StatementDocument With(int count) => document with
        {
            Statement = document.Statement with { Lines = [.. Enumerable.Range(0, count).Select(at => Renamed(lines[at % lines.Count], at))] },
        };
        var (few, many) = (lines.Count, lines.Count * pages);
        while (few + 1 < many)
        {
            var middle = (few + many) / 2;
            if (renderer.Render(With(middle)).Pages < pages)
            {
                few = middle;
            }
            else
            {
                many = middle;
            }
        }

        return With(many);
    }

    private static StatementLine Renamed(StatementLine line, int at) => line with { PostingId = $"{line.PostingId}-{at:D5}" };
}
