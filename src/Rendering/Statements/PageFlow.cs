namespace Cycle.Rendering.Statements;

/// <summary>Breaks blocks into pages: heads repeat, sums are carried over, what belongs together stays together.</summary>
internal sealed class PageFlow
{
    private readonly List<List<PlacedBlock>> pages = [[]];
    private TableHead? openTable;
    private TableHead? lastTable;
    private double y;
    private double bottom;

    private PageFlow(double firstTop, double firstBottom)
    {
        y = firstTop;
        bottom = firstBottom;
    }

    /// <summary>Places the blocks in order.</summary>
    /// <param name="blocks">Blocks, each lower than a page.</param>
    /// <param name="firstTop">Where the flow begins on the first page, in points.</param>
    /// <param name="firstBottom">Where it ends on the first page, in points.</param>
    /// <returns>One list of placed blocks a page, at least one page.</returns>
    internal static IReadOnlyList<IReadOnlyList<PlacedBlock>> Break(IReadOnlyList<Block> blocks, double firstTop, double firstBottom)
    {
        var flow = new PageFlow(firstTop, firstBottom);
        for (var at = 0; at < blocks.Count; at++)
        {
            if (flow.y + flow.Needed(blocks, at) > flow.bottom)
            {
                flow.NextPage(blocks[at], at == 0 ? null : blocks[at - 1]);
            }

            flow.Place(blocks[at]);
        }

        return flow.pages;
    }

    /// <summary>The room a block asks for, with its table's head, what must follow it, and the row that would carry its sum.</summary>
    private double Needed(IReadOnlyList<Block> blocks, int at)
    {
        var head = blocks[at].Table is { } table && table != openTable ? table.Height : 0;
        var needed = head + blocks[at].Height;
        while (blocks[at].KeepWithNext && at + 1 < blocks.Count)
        {
            var before = blocks[at].Table;
            at++;
            needed += blocks[at].Height + (blocks[at].Table is { } next && next != before ? next.Height : 0);
        }

        return needed + (blocks[at].Carried is null ? 0 : blocks[at].Table?.CarryHeight ?? 0);
    }

    private void NextPage(Block next, Block? last)
    {
        var carried = last?.Carried;
        if (carried is { } sum && last!.Table is { } table)
        {
            Add(new(y, (canvas, top) => table.DrawCarry(canvas, top, false, sum), table) { IsRepeat = true });
        }

        pages.Add([]);
        y = Sheet.FlowTop;
        bottom = Sheet.FlowBottom;
        openTable = null;
        if (carried is { } brought && next.Table is { } head)
        {
            OpenTable(head, isRepeat: true);
            Add(new(y, (canvas, top) => head.DrawCarry(canvas, top, true, brought), head) { IsRepeat = true });
            y += head.CarryHeight;
        }
    }

    private void Place(Block block)
    {
        if (block.Table is { } table && table != openTable)
        {
            OpenTable(table, isRepeat: table == lastTable);
        }

        openTable = lastTable = block.Table;
        Add(new(y, block.Draw, block.Table) { Bookmark = block.Bookmark });
        y += block.Height;
    }

    private void OpenTable(TableHead table, bool isRepeat)
    {
        Add(new(y, table.Draw, table) { IsRepeat = isRepeat });
        y += table.Height;
        openTable = table;
    }

    private void Add(PlacedBlock placed) => pages[^1].Add(placed);
}
