using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The five-second answer: how much, at least how much, by when, how to pay, and whether anything is late.</summary>
internal static class BalanceBand
{
    private const double Height = 66;
    private const double FootHeight = 23;
    private const double MinimumLeft = Sheet.Left + 262;
    private const double DueLeft = Sheet.Left + 396;
    private const double NoticeHeight = 26;

    /// <summary>Draws the band and, when something is late, the notice under it.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top)
    {
        var (words, styles, statement) = (content.Words, content.Styles, content.Document.Statement);
        canvas.Panel(Sheet.Left, top, Sheet.Room, Height + FootHeight, 5, content.Palette.Tint);
        canvas.Panel(Sheet.Left, top, Sheet.Room, Height, 5, content.Palette.Brand);
        canvas.Box(MinimumLeft - 12, top + 13, 0.6, Height - 26, content.Palette.OnBrand);
        canvas.Box(DueLeft - 12, top + 13, 0.6, Height - 26, content.Palette.OnBrand);
        var left = Sheet.Left + 16;
        Part(canvas, styles, Titled(words.NewBalance, words), Printed.Amount(statement.NewBalance), styles.BandFigure, left, MinimumLeft - left - 24, top);
        Part(canvas, styles, Titled(words.MinimumPayment, words), Printed.Amount(statement.MinimumPayment), styles.BandSecond, MinimumLeft, DueLeft - MinimumLeft - 22, top);
        Part(canvas, styles, words.DueDate, content.Date(statement.DueDate), styles.BandSecond, DueLeft, Sheet.Right - DueLeft - 8, top);
        using (canvas.In(Role.Paragraph))
        {
            canvas.Label(WhatToDo(words, statement.NewBalance), styles.Strong, left, top + Height + 15);
        }

        return statement.OverdueAmount.IsPositive
            ? DrawOverdue(canvas, content, top + Height + FootHeight + 6)
            : top + Height + FootHeight;
    }

    private static string Titled(string label, Wording words) => $"{label} ({words.Baht})";

    private static string WhatToDo(Wording words, Money balance) =>
        balance.IsPositive ? words.HowToPay : balance.IsZero ? words.NothingToPay : words.CreditBalance;

    private static void Part(Canvas canvas, Styles styles, string label, string figure, TextStyle style, double left, double room, double top)
    {
        using (canvas.In(Role.Paragraph))
        {
            canvas.Label(label, styles.BandLabel, left, top + 21);
            canvas.Figure(figure, style, left, top + 50, room, Align.Left);
        }
    }

    private static double DrawOverdue(Canvas canvas, StatementContent content, double top)
    {
        var (words, styles, statement) = (content.Words, content.Styles, content.Document.Statement);
        canvas.Panel(Sheet.Left, top, Sheet.Room, NoticeHeight, 4, content.Palette.AlertTint);
        using (canvas.In(Role.Paragraph))
        {
            canvas.Label(words.OverdueAmount, styles.Alert, Sheet.Left + 16, top + 17);
            var left = Sheet.Left + 16 + canvas.LabelWidth(words.OverdueAmount, styles.Alert) + 8;
            var amount = Printed.Amount(statement.OverdueAmount);
            canvas.Figure(amount, styles.Alert, left, top + 17, 170, Align.Left);
            left += Math.Min(170, canvas.FigureWidth(amount, styles.Alert)) + 16;
            var note = Wording.Fill(words.OverdueNote, "{cycles}", Wording.Whole(statement.OverdueCycles));
            canvas.Text(note, styles.Body with { Ink = content.Palette.Alert }, left, top + 16.5, Sheet.Right - left - 10);
        }

        return top + NoticeHeight;
    }
}
