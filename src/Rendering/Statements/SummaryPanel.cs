using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>How the new balance came about, and what the credit line still allows.</summary>
internal static class SummaryPanel
{
    private const double Pitch = 13.5;
    private const double CreditLeft = Sheet.Left + 296;

    /// <summary>Draws both columns.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top) =>
        Math.Max(DrawSums(canvas, content, top), DrawCredit(canvas, content, top));

    private static double DrawSums(Canvas canvas, StatementContent content, double top)
    {
        var (words, statement) = (content.Words, content.Document.Statement);
        ReadOnlySpan<(string Label, Money Amount)> rows =
        [
            (words.PreviousBalance, statement.PreviousBalance),
            (words.Payments, -statement.Payments),
            (words.Refunds, -statement.Refunds),
            (words.Purchases, statement.Purchases),
            (words.CashAdvances, statement.CashAdvances),
            (words.Instalments, statement.Instalments),
            (words.Fees, statement.Fees),
            (words.Interest, statement.Interest),
        ];
        var right = CreditLeft - 28;
        canvas.Label(words.SummaryTitle, content.Styles.Heading, Sheet.Left, top + 16);
        var baseline = top + 33;
        foreach (var (label, amount) in rows)
        {
            Row(canvas, content.Styles.Body, label, Printed.Amount(amount), Sheet.Left, right, baseline);
            baseline += Pitch;
        }

        canvas.Rule(Sheet.Left, baseline - 9.5, right - Sheet.Left, 0.8, content.Palette.Brand);
        Row(canvas, content.Styles.Strong, words.NewBalance, Printed.Amount(statement.NewBalance), Sheet.Left, right, baseline + 3);
        return baseline + 12;
    }

    private static double DrawCredit(Canvas canvas, StatementContent content, double top)
    {
        var (words, document) = (content.Words, content.Document);
        canvas.Label(words.CreditTitle, content.Styles.Heading, CreditLeft, top + 16);
        var baseline = top + 33;
        foreach (var (label, figure) in CreditRows(words, document, content))
        {
            Row(canvas, content.Styles.Body, label, figure, CreditLeft, Sheet.Right, baseline);
            baseline += Pitch;
        }

        return baseline;
    }

    private static IEnumerable<(string Label, string Figure)> CreditRows(Wording words, StatementDocument document, StatementContent content)
    {
        yield return (words.CreditLimit, Printed.Amount(document.Account.CreditLimit));
        yield return (words.AvailableCredit, Printed.Amount(document.AvailableCredit));
        yield return (words.AnnualRate, $"{document.AnnualRate} %");
        if (document.Points is not { } points)
        {
            yield break;
        }

        yield return (words.PointsEarned, Printed.Count(points.Earned));
        yield return (words.PointsUsed, Printed.Count(points.Used));
        yield return (words.PointsBalance, Printed.Count(points.Balance));
        if (points.ExpiringOn is { } date)
        {
            yield return (Wording.Fill(words.PointsExpiring, "{date}", content.Date(date)), Printed.Count(points.Expiring));
        }
    }

    private static void Row(Canvas canvas, TextStyle style, string label, string figure, double left, double right, double baseline)
    {
        canvas.Label(label, style, left, baseline);
        canvas.Figure(figure, style, right, baseline, right - left - canvas.LabelWidth(label, style) - 8);
    }
}
