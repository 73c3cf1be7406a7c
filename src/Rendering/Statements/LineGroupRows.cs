using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The rows that tell a group of lines from the next: its heading, its sub-total, and its sum carried over a page's end.</summary>
/// <param name="content">What to draw.</param>
internal sealed class LineGroupRows(StatementContent content)
{
    internal const double HeadingHeight = 16;
    internal const double SubtotalHeight = 18;
    private const double CardNumberRoom = 140;

    /// <summary>Whose lines follow: title, card number and, as far as there is room, the name on the card.</summary>
    internal void DrawHeading(Canvas canvas, double top, LineGroup group)
    {
        canvas.Box(Sheet.Left, top + 1, Sheet.Room, HeadingHeight - 2, content.Palette.Tint);
        using var row = canvas.In(Role.Row);
        using var cell = canvas.In(Role.HeadCell);
        canvas.Label(group.Title, content.Styles.Strong, Sheet.Left + 4, top + 11);
        var left = Sheet.Left + 4 + canvas.LabelWidth(group.Title, content.Styles.Strong) + 8;
        canvas.Figure(group.CardNumber, content.Styles.Strong, left, top + 11, CardNumberRoom, Align.Left);
        left += canvas.FigureWidth(group.CardNumber, content.Styles.Strong) + 12;
        canvas.Text(group.HolderName, content.Styles.Quiet, left, top + 11, Sheet.Right - left - 4);
    }

    /// <summary>What the group's lines sum to.</summary>
    internal void DrawSubtotal(Canvas canvas, double top, LineGroup group, Money total)
    {
        canvas.Begin(Role.Row);
        using (canvas.In(Role.HeadCell))
        {
            DrawOwner(canvas, $"{content.Words.Subtotal} {group.Title}", group.CardNumber, top + 11);
        }

        TableCell.Figure(canvas, Printed.Amount(total), content.Styles.Strong, LineColumns.AmountRight, top + 11, LineColumns.AmountRoom);
        canvas.End(Role.Row);
    }

    /// <summary>The sum so far at the end of a page, and again, with whose it is, at the top of the next.</summary>
    internal void DrawCarry(Canvas canvas, double top, bool brought, CarriedSum carried)
    {
        var words = content.Words;
        var label = brought ? words.BroughtForward : words.CarriedForward;
        canvas.Label(label, content.Styles.Quiet, LineColumns.OriginalRight, top + 9.7, Align.Right);
        canvas.Figure(Printed.Amount(carried.Sum), content.Styles.Strong, LineColumns.AmountRight, top + 9.7, LineColumns.AmountRoom);
        if (brought)
        {
            canvas.Label(carried.Title, content.Styles.Quiet, Sheet.Left, top + 9.7);
            var left = Sheet.Left + canvas.LabelWidth(carried.Title, content.Styles.Quiet) + 4;
            canvas.Figure(carried.CardNumber, content.Styles.Quiet, left, top + 9.7, CardNumberRoom, Align.Left);
            canvas.Rule(Sheet.Left, top + RowText.LineHeight, Sheet.Room, 0.3, content.Palette.Hairline);
        }
    }

    /// <summary>Whose sum it is, ending where the original amounts end. The number is not part of the words: words are kept once shaped.</summary>
    private void DrawOwner(Canvas canvas, string title, string cardNumber, double baseline)
    {
        var style = content.Styles.Strong;
        var right = LineColumns.OriginalRight;
        if (cardNumber.Length > 0)
        {
            right -= canvas.FigureWidth(cardNumber, style) + 4;
        }

        canvas.Label(title, style, right, baseline, Align.Right);
        canvas.Figure(cardNumber, style, LineColumns.OriginalRight, baseline, LineColumns.OriginalRight - right);
    }
}
