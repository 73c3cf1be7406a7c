using Cycle.Ledger;
using Cycle.Ledger.Billing;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The lines of a statement, card by card with sub-totals, then the charges to the account itself.</summary>
internal sealed class LineTable
{
    private const double GroupHeight = 16;
    private const double SubtotalHeight = 18;
    private const double PostedLeft = Sheet.Left + 60;
    private const double TextLeft = Sheet.Left + 120;
    private const double TextRoom = 210;
    private const double OriginalRight = Sheet.Left + 424;
    private const double OriginalRoom = 88;
    private const double AmountRoom = 82;

    // Even set in the widest letter, this many fit on one line: no need to measure.
    private const int SurelyOneLine = 25;
    private const int MostLines = 2;

    private readonly StatementContent content;
    private readonly Typesetter typesetter;
    private readonly TableHead head;

    internal LineTable(StatementContent content, Typesetter typesetter)
    {
        this.content = content;
        this.typesetter = typesetter;
        head = new(16, DrawHead, RowText.LineHeight, DrawCarry);
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
            yield return new(GroupHeight, (canvas, top) => DrawGroup(canvas, top, group))
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
            yield return new(SubtotalHeight, (canvas, top) => DrawSubtotal(canvas, top, group, total)) { Table = head };
        }
    }

    private Block Row(LineGroup group, StatementLine line, Money sum, bool isLast)
    {
        var text = LineText.Of(content.Words, line);
        var lines = text.Length <= SurelyOneLine ? 1 : typesetter.CountLines(text, content.Styles.Body.Size, TextRoom, MostLines);
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
        TableCell.Head(canvas, words.PostingDate, style, PostedLeft, top + 10);
        TableCell.Head(canvas, words.Description, style, TextLeft, top + 10);
        TableCell.Head(canvas, words.OriginalAmount, style, OriginalRight, top + 10, Align.Right);
        TableCell.Head(canvas, words.Amount, style, Sheet.Right, top + 10, Align.Right);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + 14.5, Sheet.Room, 0.8, content.Palette.Brand);
    }

    private void DrawGroup(Canvas canvas, double top, LineGroup group)
    {
        canvas.Box(Sheet.Left, top + 1, Sheet.Room, GroupHeight - 2, content.Palette.Tint);
        using var row = canvas.In(Role.Row);
        using var cell = canvas.In(Role.HeadCell);
        canvas.Label(group.Title, content.Styles.Strong, Sheet.Left + 4, top + 11);
        var left = Sheet.Left + 4 + canvas.LabelWidth(group.Title, content.Styles.Strong) + 8;
        canvas.Figure(group.CardNumber, content.Styles.Strong, left, top + 11, 140, Align.Left);
        left += canvas.FigureWidth(group.CardNumber, content.Styles.Strong) + 12;
        canvas.Text(group.HolderName, content.Styles.Quiet, left, top + 11, Sheet.Right - left - 4);
    }

    private void DrawLine(Canvas canvas, double top, StatementLine line, string text, int lines)
    {
        var (styles, baseline) = (content.Styles, top + 9.7);
        canvas.Begin(Role.Row);
        TableCell.Words(canvas, content.Date(line.TransactionDate), styles.Body, Sheet.Left, baseline);
        TableCell.Words(canvas, content.Date(line.PostingDate), styles.Quiet, PostedLeft, baseline);
        TableCell.Text(canvas, text, styles.Body, TextLeft, baseline, TextRoom, MostLines);
        TableCell.Figure(canvas, Printed.Original(line.Original), styles.Quiet, OriginalRight, baseline, OriginalRoom);
        TableCell.Figure(canvas, Printed.Amount(line.Amount), styles.Body, Sheet.Right, baseline, AmountRoom);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + RowText.Height(lines), Sheet.Room, 0.3, content.Palette.Hairline);
    }

    private void DrawSubtotal(Canvas canvas, double top, LineGroup group, Money total)
    {
        canvas.Begin(Role.Row);
        using (canvas.In(Role.HeadCell))
        {
            Owner(canvas, $"{content.Words.Subtotal} {group.Title}", group.CardNumber, top + 11);
        }

        TableCell.Figure(canvas, Printed.Amount(total), content.Styles.Strong, Sheet.Right, top + 11, AmountRoom);
        canvas.End(Role.Row);
    }

    /// <summary>Whose sum it is, ending where the original amounts end. The number is not part of the words: words are kept once shaped.</summary>
    private void Owner(Canvas canvas, string title, string cardNumber, double baseline)
    {
        var style = content.Styles.Strong;
        var right = OriginalRight;
        if (cardNumber.Length > 0)
        {
            right -= canvas.FigureWidth(cardNumber, style) + 4;
        }

        canvas.Label(title, style, right, baseline, Align.Right);
        canvas.Figure(cardNumber, style, OriginalRight, baseline, OriginalRight - right);
    }

    private void DrawCarry(Canvas canvas, double top, bool brought, CarriedSum carried)
    {
        var words = content.Words;
        canvas.Label(brought ? words.BroughtForward : words.CarriedForward, content.Styles.Quiet, OriginalRight, top + 9.7, Align.Right);
        canvas.Figure(Printed.Amount(carried.Sum), content.Styles.Strong, Sheet.Right, top + 9.7, AmountRoom);
        if (brought)
        {
            canvas.Label(carried.Title, content.Styles.Quiet, Sheet.Left, top + 9.7);
            var left = Sheet.Left + canvas.LabelWidth(carried.Title, content.Styles.Quiet) + 4;
            canvas.Figure(carried.CardNumber, content.Styles.Quiet, left, top + 9.7, 140, Align.Left);
            canvas.Rule(Sheet.Left, top + RowText.LineHeight, Sheet.Room, 0.3, content.Palette.Hairline);
        }
    }
}
