using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The warning of what paying only the minimum costs (rules.md section 6).</summary>
internal static class MinimumWarning
{
    private const double PanelHeight = 44;

    /// <summary>Draws the warning; nothing when the minimum is all that is owed.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top)
    {
        var document = content.Document;
        var cost = MinimumPaymentCost.Of(document.Statement.NewBalance, document.AnnualRate, document.MinimumTerms);
        if (cost.Interest.IsZero)
        {
            return top;
        }

        var words = cost.Settled ? content.Words.Warning : content.Words.WarningCapped;
        var text = Wording.Fill(Wording.Fill(words, "{months}", Wording.Whole(cost.Months)), "{interest}", Printed.Amount(cost.Interest));
        DrawPanel(canvas, content, top + 7, text);
        return top + 7 + PanelHeight;
    }

    private static void DrawPanel(Canvas canvas, StatementContent content, double top, string text)
    {
        canvas.Panel(Sheet.Left, top, Sheet.Room, PanelHeight, 4, content.Palette.Tint);
        canvas.Box(Sheet.Left, top + 4, 2.5, PanelHeight - 8, content.Palette.Accent);
        using (canvas.In(Role.Heading))
        {
            canvas.Label(content.Words.WarningTitle, content.Styles.Strong, Sheet.Left + 14, top + 14);
        }

        using (canvas.In(Role.Paragraph))
        {
            canvas.Paragraph(text, content.Styles.Body, Sheet.Left + 14, top + 26, Sheet.Room - 28, 2);
        }
    }
}
