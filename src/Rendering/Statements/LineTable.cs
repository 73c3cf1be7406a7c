using Cycle.Ledger;
using Cycle.Ledger.Billing;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The lines of a statement, card by card with sub-totals, then the charges to the account itself.</summary>
internal sealed class LineTable
{
    // Even set in the widest letter, this many fit on one line: no need to measure.
    private const int SurelyOneLine = 25;
    private const int MostLines = 2;

    private readonly StatementContent content;
    private readonly Typesetter typesetter;
    private readonly LineGroupRows groupRows;
    private readonly TableHead head;

    internal LineTable(StatementContent content, Typesetter typesetter)
    {
        this.content = content;
        this.typesetter = typesetter;
        groupRows = new(content);
        head = new(16, DrawHead, RowText.LineHeight, groupRows.DrawCarry);
    }

    /// <summary>The table's blocks with their heading.</summary>
    internal IEnumerable<Block> Blocks()
    {
        var words = content.Words;
        yield return SectionHeading.Of(content, words.TransactionsTitle);
        var groups = LineGroup.Of(content);
        if (groups.Count == 0)
        {
            yield return new(RowText.LineHeight + 4, DrawNothing);
        }

        foreach (var group in groups)
        {
            yield return new(LineGroupRows.HeadingHeight, (canvas, top) => groupRows.DrawHeading(canvas, top, group))
            {
                Table = head,
                KeepWithNext = true,
                Bookmark = new(group.Name, 1),
            };
            var sum = Money.Zero;
            for (var at = 0; at < group.Lines.Count; at++)
            {
                sum += group.Lines[at].Amount;
                yield return Row(group, group.Lines[at], sum, isLast: at == group.Lines.Count - 1);
            }

            var total = sum;
            yield return new(LineGroupRows.SubtotalHeight, (canvas, top) => groupRows.DrawSubtotal(canvas, top, group, total)) { Table = head };
        }
    }

    private Block Row(LineGroup group, StatementLine line, Money sum, bool isLast)
    {
        var text = LineText.Of(content.Words, line);
        var lines = text.Length <= SurelyOneLine ? 1 : typesetter.CountLines(text, content.Styles.Body.Size, LineColumns.TextRoom, MostLines);
        return new(RowText.Height(lines), (canvas, top) => DrawLine(canvas, top, line, text, lines))
        {
            Table = head,
            Carried = new(group.Title, group.CardNumber, sum),
            KeepWithNext = isLast,
        };
    }

    private void DrawNothing(Canvas canvas, double top)
    {
        using var paragraph = canvas.In(Role.Paragraph);
        canvas.Label(content.Words.NoTransactions, content.Styles.Quiet, Sheet.Left, top + 12);
    }

    private void DrawHead(Canvas canvas, double top)
    {
        var (words, style) = (content.Words, content.Styles.Small);
        canvas.Begin(Role.Row);
        TableCell.Head(canvas, words.TransactionDate, style, Sheet.Left, top + 10);
        TableCell.Head(canvas, words.PostingDate, style, LineColumns.PostedLeft, top + 10);
        TableCell.Head(canvas, words.Description, style, LineColumns.TextLeft, top + 10);
        TableCell.Head(canvas, words.OriginalAmount, style, LineColumns.OriginalRight, top + 10, Align.Right);
        TableCell.Head(canvas, words.Amount, style, LineColumns.AmountRight, top + 10, Align.Right);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + 14.5, Sheet.Room, 0.8, content.Palette.Brand);
    }

    private void DrawLine(Canvas canvas, double top, StatementLine line, string text, int lines)
    {
        var (styles, baseline) = (content.Styles, top + 9.7);
        canvas.Begin(Role.Row);
        TableCell.Words(canvas, content.Date(line.TransactionDate), styles.Body, Sheet.Left, baseline);
        TableCell.Words(canvas, content.Date(line.PostingDate), styles.Quiet, LineColumns.PostedLeft, baseline);
        TableCell.Text(canvas, text, styles.Body, LineColumns.TextLeft, baseline, LineColumns.TextRoom, MostLines);
        TableCell.Figure(canvas, Printed.Original(line.Original), styles.Quiet, LineColumns.OriginalRight, baseline, LineColumns.OriginalRoom);
        TableCell.Figure(canvas, Printed.Amount(line.Amount), styles.Body, LineColumns.AmountRight, baseline, LineColumns.AmountRoom);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + RowText.Height(lines), Sheet.Room, 0.3, content.Palette.Hairline);
    }
}
