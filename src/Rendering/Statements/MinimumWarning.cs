using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The warning of what paying only the minimum costs (rules.md section 6).</summary>
internal static class MinimumWarning
{
    private const double GapAbove = 8;
    private const double PanelHeight = 48;

    /// <summary>The warning's block; none when nothing is owed.</summary>
    internal static IEnumerable<Block> Blocks(StatementContent content)
    {
        var document = content.Document;
        if (!document.Statement.NewBalance.IsPositive)
        {
            yield break;
        }

        var cost = MinimumPaymentCost.Of(document.Statement.NewBalance, document.AnnualRate, document.MinimumTerms);
        var words = cost.Settled ? content.Words.Warning : content.Words.WarningCapped;
        var text = Wording.Fill(Wording.Fill(words, "{months}", Wording.Whole(cost.Months)), "{interest}", Printed.Amount(cost.Interest));
        yield return new(GapAbove + PanelHeight, (canvas, top) => Draw(canvas, content, top + GapAbove, text));
    }

    private static void Draw(Canvas canvas, StatementContent content, double top, string text)
    {
        canvas.Panel(Sheet.Left, top, Sheet.Room, PanelHeight, 4, content.Palette.Tint);
        canvas.Box(Sheet.Left, top + 4, 2.5, PanelHeight - 8, content.Palette.Accent);
        canvas.Label(content.Words.WarningTitle, content.Styles.Strong, Sheet.Left + 14, top + 14.5);
        canvas.Paragraph(text, content.Styles.Body, Sheet.Left + 14, top + 27, Sheet.Room - 28, 2);
    }
}
