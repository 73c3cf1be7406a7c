using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>Whose statement it is: name and address on the left, the account's particulars on the right.</summary>
internal static class HolderBlock
{
    private const double AddressRoom = 268;
    private const double FactsLeft = Sheet.Left + 310;
    private const double FactPitch = 15;

    // A line of the address that wraps takes two; more would push the balance out of sight.
    private const int MostLinesEach = 2;

    /// <summary>Draws both columns.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top) =>
        Math.Max(DrawAddress(canvas, content, top + 24), DrawFacts(canvas, content, top + 22));

    private static double DrawAddress(Canvas canvas, StatementContent content, double baseline)
    {
        var account = content.Document.Account;
        using var paragraph = canvas.In(Role.Paragraph);
        baseline += canvas.Paragraph(account.CustomerName, content.Styles.Holder, Sheet.Left, baseline, AddressRoom, MostLinesEach) + 1;
        for (var at = 0; at < account.AddressLines.Count; at++)
        {
            var line = at == account.AddressLines.Count - 1 ? $"{account.AddressLines[at]} {account.Postcode}" : account.AddressLines[at];
            baseline += canvas.Paragraph(line, content.Styles.Address, Sheet.Left, baseline, AddressRoom, MostLinesEach);
        }

        return baseline;
    }

    private static double DrawFacts(Canvas canvas, StatementContent content, double baseline)
    {
        var (words, styles, statement) = (content.Words, content.Styles, content.Document.Statement);
        canvas.Begin(Role.Table);
        FactRow.Figure(canvas, styles.Quiet, styles.Body, words.AccountNumber, statement.AccountId, FactsLeft, Sheet.Right, baseline);
        baseline += FactPitch;
        FactRow.Figure(canvas, styles.Quiet, styles.Body, words.CardNumber, content.PrimaryCardNumber, FactsLeft, Sheet.Right, baseline);
        baseline += FactPitch;
        FactRow.Words(canvas, styles.Quiet, styles.Body, words.StatementDate, content.Date(statement.StatementDate), FactsLeft, Sheet.Right, baseline);
        baseline += FactPitch;
        FactRow.Words(canvas, styles.Quiet, styles.Strong, words.DueDate, content.Date(statement.DueDate), FactsLeft, Sheet.Right, baseline);
        canvas.End(Role.Table);
        return baseline + 6;
    }
}
