using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>Composes one statement: the first page with all that is needed to pay, and the flow of tables over it and further pages.</summary>
internal static class StatementPdf
{
    /// <summary>Draws all pages.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="content">What to draw.</param>
    /// <param name="typesetter">Measures text that may need two lines.</param>
    /// <param name="bookmark">Told each section's title, its page from 1 and its top in points.</param>
    /// <returns>Pages drawn.</returns>
    internal static int Draw(Canvas canvas, StatementContent content, Typesetter typesetter, Action<string, int, double> bookmark)
    {
        var top = DrawFirstHead(canvas, content);
        var pages = PageFlow.Break(Blocks(content, typesetter), top, PaymentSlip.Top);
        bookmark(content.Words.SummaryTitle, 1, 0);
        PaymentSlip.Draw(canvas, content);
        for (var page = 1; page <= pages.Count; page++)
        {
            if (page > 1)
            {
                Letterhead.DrawContinued(canvas, content);
            }

            foreach (var placed in pages[page - 1])
            {
                placed.Draw(canvas, placed.Top);
                if (placed.Bookmark is { } title)
                {
                    bookmark(title, page, placed.Top);
                }
            }

            Letterhead.DrawFoot(canvas, content, page, pages.Count);
            canvas.EndPage();
        }

        return pages.Count;
    }

    private static double DrawFirstHead(Canvas canvas, StatementContent content)
    {
        var top = Letterhead.DrawFirst(canvas, content);
        top = HolderBlock.Draw(canvas, content, top);
        top = BalanceBand.Draw(canvas, content, top + 10);
        top = SummaryPanel.Draw(canvas, content, top);
        return MinimumWarning.Draw(canvas, content, top);
    }

    private static List<Block> Blocks(StatementContent content, Typesetter typesetter) =>
        [.. new LineTable(content, typesetter).Blocks(), .. new InterestTable(content, typesetter).Blocks()];
}
