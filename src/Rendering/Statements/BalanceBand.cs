using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The five-second answer: how much, at least how much, by when, and whether anything is late.</summary>
internal static class BalanceBand
{
    private const double Height = 66;
    private const double MinimumLeft = Sheet.Left + 262;
    private const double DueLeft = Sheet.Left + 396;
    private const double NoticeHeight = 26;

    /// <summary>Draws the band and, when there is one, the notice under it.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top)
    {
        var (words, styles, statement) = (content.Words, content.Styles, content.Document.Statement);
        canvas.Panel(Sheet.Left, top, Sheet.Room, Height, 5, content.Palette.Brand);
        var left = Sheet.Left + 16;
        var labels = top + 21;
        var figures = top + 50;
        canvas.Label(Titled(words.NewBalance, words), styles.BandLabel, left, labels);
        canvas.Figure(Printed.Amount(statement.NewBalance), styles.BandFigure, left, figures, MinimumLeft - left - 24, Align.Left);
        canvas.Label(Titled(words.MinimumPayment, words), styles.BandLabel, MinimumLeft, labels);
        canvas.Figure(Printed.Amount(statement.MinimumPayment), styles.BandSecond, MinimumLeft, figures, DueLeft - MinimumLeft - 22, Align.Left);
        canvas.Label(words.DueDate, styles.BandLabel, DueLeft, labels);
        canvas.Label(content.Date(statement.DueDate), styles.BandSecond, DueLeft, figures);
        canvas.Box(MinimumLeft - 12, top + 13, 0.6, Height - 26, content.Palette.OnBrand);
        canvas.Box(DueLeft - 12, top + 13, 0.6, Height - 26, content.Palette.OnBrand);
        return DrawNotice(canvas, content, top + Height + 6);
    }

    private static string Titled(string label, Wording words) => $"{label} ({words.Baht})";

    private static double DrawNotice(Canvas canvas, StatementContent content, double top)
    {
        var statement = content.Document.Statement;
        if (statement.OverdueAmount.IsPositive)
        {
            DrawOverdue(canvas, content, top);
            return top + NoticeHeight + 6;
        }

        if (statement.NewBalance > Money.Zero)
        {
            return top;
        }

        var words = statement.NewBalance.IsZero ? content.Words.NothingToPay : content.Words.CreditBalance;
        canvas.Panel(Sheet.Left, top, Sheet.Room, NoticeHeight, 4, content.Palette.Tint);
        canvas.Label(words, content.Styles.Strong, Sheet.Left + 16, top + 16.5);
        return top + NoticeHeight + 6;
    }

    private static void DrawOverdue(Canvas canvas, StatementContent content, double top)
    {
        var (words, styles, statement) = (content.Words, content.Styles, content.Document.Statement);
        canvas.Panel(Sheet.Left, top, Sheet.Room, NoticeHeight, 4, content.Palette.AlertTint);
        canvas.Label(words.OverdueAmount, styles.Alert, Sheet.Left + 16, top + 17);
        var left = Sheet.Left + 16 + canvas.LabelWidth(words.OverdueAmount, styles.Alert) + 8;
        var amount = Printed.Amount(statement.OverdueAmount);
        canvas.Figure(amount, styles.Alert, left, top + 17, 170, Align.Left);
        left += Math.Min(170, canvas.FigureWidth(amount, styles.Alert)) + 16;
        var note = Wording.Fill(words.OverdueNote, "{cycles}", Wording.Whole(statement.OverdueCycles));
        canvas.Text(note, styles.Body with { Ink = content.Palette.Alert }, left, top + 16.5, Sheet.Right - left - 10);
    }
}
