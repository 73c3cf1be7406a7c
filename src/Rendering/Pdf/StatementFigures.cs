using System.Globalization;
using Cycle.Ledger;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering.Pdf;

/// <summary>What the text layer of a statement's PDF must tell, taken from the document it was drawn from.</summary>
public static class StatementFigures
{
    /// <summary>What a person pays by: balance, minimum, what is late, and both dates.</summary>
    /// <param name="document">The document.</param>
    /// <param name="theme">The theme it was drawn with.</param>
    public static IEnumerable<PrintedFigure> Payable(StatementDocument document, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(theme);
        var (words, statement, language) = (theme.WordsIn(document.Account.Language), document.Statement, document.Account.Language);
        yield return new("new balance", $"{words.NewBalance} ({words.Baht})", Printed.Amount(statement.NewBalance));
        yield return new("minimum payment", $"{words.MinimumPayment} ({words.Baht})", Printed.Amount(statement.MinimumPayment));
        yield return new("overdue amount", words.OverdueAmount, Printed.Amount(statement.OverdueAmount));
        yield return new("statement date", words.StatementDate, Printed.Date(statement.StatementDate, language));
        yield return new("due date", words.DueDate, Printed.Date(statement.DueDate, language));
    }

    /// <summary>Everything that is money or a date of money: the above, all sums, every line and every leg.</summary>
    /// <param name="document">The document.</param>
    /// <param name="theme">The theme it was drawn with.</param>
    public static IEnumerable<PrintedFigure> All(StatementDocument document, Theme theme) =>
        [.. Payable(document, theme), .. Sums(document, theme.WordsIn(document.Account.Language)), .. Rows(document)];

    private static IEnumerable<PrintedFigure> Sums(StatementDocument document, Wording words)
    {
        var statement = document.Statement;
        (string Name, string Label, Money Amount)[] sums =
        [
            ("previous balance", words.PreviousBalance, statement.PreviousBalance),
            ("payments", words.Payments, -statement.Payments),
            ("refunds", words.Refunds, -statement.Refunds),
            ("purchases", words.Purchases, statement.Purchases),
            ("cash advances", words.CashAdvances, statement.CashAdvances),
            ("instalments", words.Instalments, statement.Instalments),
            ("fees", words.Fees, statement.Fees),
            ("interest", words.Interest, statement.Interest),
            ("credit limit", words.CreditLimit, document.Account.CreditLimit),
            ("available credit", words.AvailableCredit, document.AvailableCredit),
        ];
        return sums.Select(sum => new PrintedFigure(sum.Name, sum.Label, Printed.Amount(sum.Amount)));
    }

    private static IEnumerable<PrintedFigure> Rows(StatementDocument document)
    {
        var language = document.Account.Language;
        foreach (var (line, at) in document.Statement.Lines.Select((line, at) => (line, at)))
        {
            yield return new(Named("line", at, line.PostingId), Printed.Original(line.Original), Printed.Amount(line.Amount));
        }

        foreach (var (leg, at) in document.Statement.InterestLegs.Select((leg, at) => (leg, at)))
        {
            var days = $"{leg.PostingId}{Printed.Date(leg.From, language)}{Printed.Date(leg.To, language)}{leg.Days.ToString(CultureInfo.InvariantCulture)}";
            yield return new(Named("interest leg", at, leg.PostingId), $"{days}{Printed.Amount(leg.Principal)}{leg.AnnualRate}", Printed.Amount(leg.Amount));
        }
    }

    private static string Named(string what, int at, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {at + 1} ({id})");
}
