using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>Composes one statement: the first page with all that is needed to pay, and the flow of tables over it and further pages.</summary>
/// <param name="canvas">Where to draw.</param>
/// <param name="content">What to draw.</param>
/// <param name="typesetter">Measures text that may need two lines.</param>
/// <param name="outline">Told of every bookmark.</param>
internal sealed class StatementPdf(Canvas canvas, StatementContent content, Typesetter typesetter, Outline outline)
{
    private TableHead? openTable;

    /// <summary>Draws all pages.</summary>
    /// <returns>Pages drawn.</returns>
    internal int Draw()
    {
        DrawPaper(canvas);
        canvas.Begin(Role.Document);
        outline.Add(content.Words.SummaryTitle, 0, 1, 0);
        var top = DrawFirstHead();

        // Before the tables, though it stands below them: a table may go on over many pages, and who hears the statement wants to know how to pay first.
        outline.Add(content.Words.SlipTitle, 0, 1, PaymentSlip.Top);
        PaymentSlip.Draw(canvas, content);
        var pages = PageFlow.Break(Blocks(), top, PaymentSlip.Top);
        for (var page = 1; page <= pages.Count; page++)
        {
            DrawPage(pages[page - 1], page, pages.Count);
        }

        return pages.Count;
    }

    private void DrawPage(IReadOnlyList<PlacedBlock> blocks, int page, int pages)
    {
        if (page > 1)
        {
            DrawPaper(canvas);
            canvas.Decorate(canvas => Letterhead.DrawContinued(canvas, content));
        }

        foreach (var placed in blocks)
        {
            DrawBlock(placed, page);
        }

        canvas.Decorate(canvas => Letterhead.DrawFoot(canvas, content, page, pages));
        if (page == pages)
        {
            Open(null);
            canvas.End(Role.Document);
        }

        canvas.EndPage();
    }

    /// <summary>
    /// A white page under everything. On paper it changes nothing; but Cairo keeps the union of the areas of all that is drawn on a page,
    /// a list that grows with every text, unless the first area is the whole page.
    /// </summary>
    private static void DrawPaper(Canvas canvas) => canvas.Box(0, 0, Sheet.Width, Sheet.Height, Ink.White);

    private void DrawBlock(PlacedBlock placed, int page)
    {
        if (placed.IsRepeat)
        {
            canvas.Decorate(canvas => placed.Draw(canvas, placed.Top));
            return;
        }

        Open(placed.Table);
        placed.Draw(canvas, placed.Top);
        if (placed.Bookmark is { } bookmark)
        {
            outline.Add(bookmark.Title, bookmark.Level, page, placed.Top);
        }
    }

    private void Open(TableHead? table)
    {
        if (table == openTable)
        {
            return;
        }

        if (openTable is not null)
        {
            canvas.End(Role.Table);
        }

        if (table is not null)
        {
            canvas.Begin(Role.Table);
        }

        openTable = table;
    }

    private double DrawFirstHead()
    {
        var top = Letterhead.DrawFirst(canvas, content);
        top = HolderBlock.Draw(canvas, content, top);
        top = BalanceBand.Draw(canvas, content, top + 8);
        top = SummaryPanel.Draw(canvas, content, top + 4);
        top = PointsStrip.Draw(canvas, content, top - 2);
        return MinimumWarning.Draw(canvas, content, top);
    }

    private List<Block> Blocks() =>
        [.. new LineTable(content, typesetter).Blocks(), .. new InterestTable(content, canvas, typesetter).Blocks()];
}
