using System.Globalization;
using Cycle.Ledger;
using Cycle.Ledger.Interest;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The legs behind a statement's interest: item, days, principal, rate and amount, so that anyone can work it out again.</summary>
internal sealed class InterestTable
{
    private const double TotalHeight = 18;
    private const double ItemRoom = 150;
    private const double FromLeft = Sheet.Left + 160;
    private const double ToLeft = Sheet.Left + 222;
    private const double DaysRight = Sheet.Left + 312;
    private const double PrincipalRight = Sheet.Left + 389;
    private const double RateRight = Sheet.Left + 446;
    private const double PrincipalRoom = 72;
    private const double AmountRoom = 60;

    private readonly StatementContent content;
    private readonly Canvas canvas;
    private readonly Typesetter typesetter;
    private readonly TableHead head;

    /// <param name="content">What to draw.</param>
    /// <param name="canvas">Measures what needs no breaking.</param>
    /// <param name="typesetter">Measures what may need several lines.</param>
    internal InterestTable(StatementContent content, Canvas canvas, Typesetter typesetter)
    {
        this.content = content;
        this.canvas = canvas;
        this.typesetter = typesetter;
        head = new(16, DrawHead, RowText.LineHeight, DrawCarry);
    }

    /// <summary>The table's blocks with their heading; none when no interest was charged.</summary>
    internal IEnumerable<Block> Blocks()
    {
        var legs = content.Document.Statement.InterestLegs;
        if (legs.Count == 0)
        {
            yield break;
        }

        yield return SectionHeading.Of(content, content.Words.InterestTitle);
        var sum = Money.Zero;
        for (var at = 0; at < legs.Count; at++)
        {
            var leg = legs[at];
            sum += leg.Amount;
            var item = LegItem.Of(canvas, typesetter, content.Styles.Body, content.Words.KindName(KindOf(leg.Kind)), leg.PostingId, ItemRoom);
            var height = RowText.Height(item.Lines);
            yield return new(height, (canvas, top) => DrawLeg(canvas, top, height, leg, item))
            {
                Table = head,
                Carried = new("", "", sum),
                KeepWithNext = at == legs.Count - 1,
            };
        }

        var total = sum;
        yield return new(TotalHeight, (canvas, top) => DrawSum(canvas, top + 11, content.Words.InterestTotal, content.Styles.Strong, total)) { Table = head };
    }

    private static string KindOf(ItemKind kind) => kind switch
    {
        ItemKind.CashAdvance => "CASH_ADVANCE",
        ItemKind.TaxPayment => "TAX_PAYMENT",
        ItemKind.Instalment => "INSTALMENT",
        _ => "PURCHASE",
    };

    private void DrawHead(Canvas canvas, double top)
    {
        var (words, style) = (content.Words, content.Styles.Small);
        canvas.Begin(Role.Row);
        TableCell.Head(canvas, words.Item, style, Sheet.Left, top + 10);
        TableCell.Head(canvas, words.From, style, FromLeft, top + 10);
        TableCell.Head(canvas, words.To, style, ToLeft, top + 10);
        TableCell.Head(canvas, words.Days, style, DaysRight, top + 10, Align.Right);
        TableCell.Head(canvas, words.Principal, style, PrincipalRight, top + 10, Align.Right);
        TableCell.Head(canvas, words.Rate, style, RateRight, top + 10, Align.Right);
        TableCell.Head(canvas, words.Amount, style, Sheet.Right, top + 10, Align.Right);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + 14.5, Sheet.Room, 0.8, content.Palette.Brand);
    }

    private void DrawLeg(Canvas canvas, double top, double height, InterestLeg leg, LegItem item)
    {
        var (styles, baseline) = (content.Styles, top + 9.7);
        canvas.Begin(Role.Row);
        item.Draw(canvas, styles.Body, Sheet.Left, baseline);
        TableCell.Words(canvas, content.Date(leg.From), styles.Body, FromLeft, baseline);
        TableCell.Words(canvas, content.Date(leg.To), styles.Body, ToLeft, baseline);
        TableCell.Figure(canvas, leg.Days.ToString(CultureInfo.InvariantCulture), styles.Body, DaysRight, baseline, 30);
        TableCell.Figure(canvas, Printed.Amount(leg.Principal), styles.Body, PrincipalRight, baseline, PrincipalRoom);
        TableCell.Figure(canvas, leg.AnnualRate.ToString(), styles.Body, RateRight, baseline, 40);
        TableCell.Figure(canvas, Printed.Amount(leg.Amount), styles.Body, Sheet.Right, baseline, AmountRoom);
        canvas.End(Role.Row);
        canvas.Rule(Sheet.Left, top + height, Sheet.Room, 0.3, content.Palette.Hairline);
    }

    private void DrawCarry(Canvas canvas, double top, bool brought, CarriedSum carried) =>
        DrawSum(canvas, top + 9.7, brought ? content.Words.BroughtForward : content.Words.CarriedForward, content.Styles.Quiet, carried.Sum);

    private void DrawSum(Canvas canvas, double baseline, string label, TextStyle labelStyle, Money sum)
    {
        canvas.Begin(Role.Row);
        TableCell.Head(canvas, label, labelStyle, RateRight, baseline, Align.Right);
        TableCell.Figure(canvas, Printed.Amount(sum), content.Styles.Strong, Sheet.Right, baseline, AmountRoom);
        canvas.End(Role.Row);
    }
}
