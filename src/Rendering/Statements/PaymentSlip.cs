using Cycle.Ledger;
using Cycle.Rendering.Drawing;
using Cycle.Rendering.Qr;

namespace Cycle.Rendering.Statements;

/// <summary>The slip at the foot of the first page: what a counter needs to read, and the Thai Bill Payment QR codes.</summary>
internal static class PaymentSlip
{
    /// <summary>Where the slip begins, in points; it ends where the page's foot begins.</summary>
    internal const double Top = Sheet.FlowBottom - Height;

    private const double Height = 142;
    private const double CodePitch = 112;

    // 0.7 mm, which every phone reads.
    private const int Module = 2;

    // Four white modules around a code, as the standard asks.
    private const int Quiet = 4 * Module;
    private const double CodeBottom = Top + 120;
    private const double Pitch = 13.5;
    private const double ValueLeft = Sheet.Left + 104;
    private const double ValueRoom = Sheet.Right - (2 * CodePitch) - 12 - ValueLeft;

    /// <summary>Draws the slip at the foot of the first page, so that all one needs to pay is on one sheet.</summary>
    internal static void Draw(Canvas canvas, StatementContent content)
    {
        const double top = Top;
        canvas.CutLine(0, top, Sheet.Width, content.Palette.Muted);
        using (canvas.In(Role.Heading))
        {
            canvas.Label(content.Words.SlipTitle, content.Styles.Heading, Sheet.Left, top + 21);
        }

        using (canvas.In(Role.Paragraph))
        {
            var left = Sheet.Left + canvas.LabelWidth(content.Words.SlipTitle, content.Styles.Heading) + 10;
            canvas.Label(content.Words.SlipNote, content.Styles.Small, left, top + 21);
        }

        DrawParticulars(canvas, content, top + 39);
        DrawCodes(canvas, content);
    }

    private static void DrawParticulars(Canvas canvas, StatementContent content, double baseline)
    {
        var (words, statement, styles) = (content.Words, content.Document.Statement, content.Styles);
        canvas.Begin(Role.Table);
        canvas.Begin(Role.Row);
        TableCell.Head(canvas, words.Holder, styles.Quiet, Sheet.Left, baseline);
        using (canvas.In(Role.Cell))
        {
            canvas.Text(content.Document.Account.CustomerName, styles.Body, ValueLeft, baseline, ValueRoom);
        }

        canvas.End(Role.Row);
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
            canvas.Begin(Role.Row);
            TableCell.Head(canvas, label, styles.Quiet, Sheet.Left, baseline);
            TableCell.Figure(canvas, figure, styles.Body, ValueLeft, baseline, ValueRoom, Align.Left);
            canvas.End(Role.Row);
        }

        baseline += Pitch;
        canvas.Begin(Role.Row);
        TableCell.Head(canvas, words.DueDate, styles.Quiet, Sheet.Left, baseline);
        TableCell.Words(canvas, content.Date(statement.DueDate), styles.Strong, ValueLeft, baseline);
        canvas.End(Role.Row);
        canvas.End(Role.Table);
    }

    /// <summary>One code for the whole balance and one for the minimum; one without an amount when nothing is owed.</summary>
    private static void DrawCodes(Canvas canvas, StatementContent content)
    {
        var (words, statement) = (content.Words, content.Document.Statement);
        if (!statement.NewBalance.IsPositive)
        {
            DrawCode(canvas, content, 0, words.PayAny, Money.Zero);
            return;
        }

        DrawCode(canvas, content, 0, words.PayFull, statement.NewBalance);
        if (statement.MinimumPayment.IsPositive && statement.MinimumPayment != statement.NewBalance)
        {
            DrawCode(canvas, content, 1, words.PayMinimum, statement.MinimumPayment);
        }
    }

    /// <param name="canvas">Where to draw.</param>
    /// <param name="content">What to draw.</param>
    /// <param name="place">0 at the right margin, 1 left of it.</param>
    /// <param name="caption">Under the code.</param>
    /// <param name="amount">Above zero: the amount the code asks for.</param>
    private static void DrawCode(Canvas canvas, StatementContent content, int place, string caption, Money amount)
    {
        var reference = BillPayment.ReferenceOf(content.Document.Statement.AccountId);
        var code = QrEncoder.Encode(BillPayment.Payload(content.Issuer.BillerId, reference, amount));

        // The white around it that the standard asks for is the paper's own; the dark edge lines up with the text above.
        var side = code.Side * Module;
        var left = (int)(Sheet.Right - (place * CodePitch)) - side;
        canvas.Modules(code, left, (int)CodeBottom - Quiet - side, Module, Ink.Black);
        var centre = left + (side / 2.0);
        using var paragraph = canvas.In(Role.Paragraph);
        canvas.Label(caption, content.Styles.Strong, centre, CodeBottom + 7.5, Align.Centre);
        if (amount.IsPositive)
        {
            canvas.Figure(Printed.Amount(amount), content.Styles.Body, centre, CodeBottom + 18, side, Align.Centre);
        }
    }
}
