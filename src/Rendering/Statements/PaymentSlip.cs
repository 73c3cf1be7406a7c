using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The slip at the foot of the last page: what a counter needs to read, and the Thai Bill Payment QR codes.</summary>
internal static class PaymentSlip
{
    private const double GapAbove = 10;
    private const double Height = 142;
    private const double CodeSide = 92;
    private const double CodePitch = 108;
    private const double Pitch = 13.5;

    /// <summary>The slip's block.</summary>
    internal static Block Of(StatementContent content) =>
        new(GapAbove + Height, (canvas, top) => Draw(canvas, content, top + GapAbove))
        {
            AtFoot = true,
            Bookmark = content.Words.SlipTitle,
        };

    private static void Draw(Canvas canvas, StatementContent content, double top)
    {
        canvas.CutLine(0, top, Sheet.Width, content.Palette.Muted);
        canvas.Label(content.Words.SlipTitle, content.Styles.Heading, Sheet.Left, top + 21);
        var left = Sheet.Left + canvas.LabelWidth(content.Words.SlipTitle, content.Styles.Heading) + 10;
        canvas.Label(content.Words.SlipNote, content.Styles.Small, left, top + 21);
        DrawParticulars(canvas, content, top + 39);
        DrawCodes(canvas, content, top + 30);
    }

    private static void DrawParticulars(Canvas canvas, StatementContent content, double baseline)
    {
        var (words, statement, styles) = (content.Words, content.Document.Statement, content.Styles);
        var right = Sheet.Right - (2 * CodePitch) - 12;
        canvas.Label(words.Holder, styles.Quiet, Sheet.Left, baseline);
        canvas.Text(content.Document.Account.CustomerName, styles.Body, Sheet.Left + 92, baseline, right - Sheet.Left - 92);
        ReadOnlySpan<(string Label, string Figure)> rows =
        [
            (words.BillerId, content.Issuer.BillerId),
            (words.Reference1, BillPayment.ReferenceOf(statement.AccountId)),
            (words.CardNumber, content.PrimaryCardNumber),
            (words.NewBalance, Printed.Amount(statement.NewBalance)),
            (words.MinimumPayment, Printed.Amount(statement.MinimumPayment)),
        ];
        foreach (var (label, figure) in rows)
        {
            baseline += Pitch;
            canvas.Label(label, styles.Quiet, Sheet.Left, baseline);
            canvas.Figure(figure, styles.Body, right, baseline, right - Sheet.Left - canvas.LabelWidth(label, styles.Quiet) - 8);
        }

        baseline += Pitch;
        canvas.Label(words.DueDate, styles.Quiet, Sheet.Left, baseline);
        canvas.Label(content.Date(statement.DueDate), styles.Strong, right, baseline, Align.Right);
    }

    /// <summary>One code for the whole balance and one for the minimum; one without an amount when nothing is owed.</summary>
    private static void DrawCodes(Canvas canvas, StatementContent content, double top)
    {
        var (words, statement) = (content.Words, content.Document.Statement);
        if (!statement.NewBalance.IsPositive)
        {
            DrawCode(canvas, content, top, 1, words.PayAny, Money.Zero);
            return;
        }

        DrawCode(canvas, content, top, 1, words.PayFull, statement.NewBalance);
        if (statement.MinimumPayment.IsPositive && statement.MinimumPayment != statement.NewBalance)
        {
            DrawCode(canvas, content, top, 0, words.PayMinimum, statement.MinimumPayment);
        }
    }

    private static void DrawCode(Canvas canvas, StatementContent content, double top, int place, string caption, Money amount)
    {
        var left = Sheet.Right - ((2 - place) * CodePitch) + CodePitch - CodeSide;
        var payload = BillPayment.Payload(content.Issuer.BillerId, BillPayment.ReferenceOf(content.Document.Statement.AccountId), amount);
        canvas.Mosaic(QrMosaic.Tiles(payload, left, top, CodeSide), Ink.Black);
        canvas.Label(caption, content.Styles.Strong, left + (CodeSide / 2), top + CodeSide + 9, Align.Centre);
        if (amount.IsPositive)
        {
            canvas.Figure(Printed.Amount(amount), content.Styles.Body, left + (CodeSide / 2), top + CodeSide + 20, CodePitch, Align.Centre);
        }
    }
}
