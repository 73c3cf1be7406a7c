using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>How the new balance came about; beside it what the credit line still allows, and what was spent lately.</summary>
internal static class SummaryPanel
{
    private const double Pitch = 13.5;
    private const double CreditLeft = Sheet.Left + 296;

    /// <summary>Draws both columns.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top)
    {
        var bottom = DrawSums(canvas, content, top);
        var below = DrawCredit(canvas, content, top);
        SpendingChart.Draw(canvas, content, CreditLeft, below + 3, bottom - 6);
        return Math.Max(bottom, below);
    }

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
        Heading(canvas, content, words.SummaryTitle, Sheet.Left, top);
        var baseline = top + 33;
        canvas.Begin(Role.Table);
        foreach (var (label, amount) in rows)
        {
            FactRow.Figure(canvas, content.Styles.Body, content.Styles.Body, label, Printed.Amount(amount), Sheet.Left, right, baseline);
            baseline += Pitch;
        }

        canvas.Rule(Sheet.Left, baseline - 9.5, right - Sheet.Left, 0.8, content.Palette.Brand);
        FactRow.Figure(canvas, content.Styles.Strong, content.Styles.Strong, words.NewBalance, Printed.Amount(statement.NewBalance), Sheet.Left, right, baseline + 3);
        canvas.End(Role.Table);
        return baseline + 12;
    }

    private static double DrawCredit(Canvas canvas, StatementContent content, double top)
    {
        var (words, document, style) = (content.Words, content.Document, content.Styles.Body);
        Heading(canvas, content, words.CreditTitle, CreditLeft, top);
        ReadOnlySpan<(string Label, string Figure)> rows =
        [
            (words.CreditLimit, Printed.Amount(document.Account.CreditLimit)),
            (words.AvailableCredit, Printed.Amount(document.AvailableCredit)),
            (words.AnnualRate, $"{document.AnnualRate} %"),
            (words.OverdueAmount, Printed.Amount(document.Statement.OverdueAmount)),
        ];
        var baseline = top + 33;
        canvas.Begin(Role.Table);
        foreach (var (label, figure) in rows)
        {
            FactRow.Figure(canvas, style, style, label, figure, CreditLeft, Sheet.Right, baseline);
            baseline += Pitch;
        }

        canvas.End(Role.Table);
        return baseline - Pitch + 5;
    }

    private static void Heading(Canvas canvas, StatementContent content, string words, double left, double top)
    {
        using var heading = canvas.In(Role.Heading);
        canvas.Label(words, content.Styles.Heading, left, top + 16);
    }
}
