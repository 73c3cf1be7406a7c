using Cycle.Ledger;
using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>What was spent in each of the last six months, as bars: this month in the strong colour, a month without a statement left empty.</summary>
internal static class SpendingChart
{
    private const int Months = 6;
    private const double TitleHeight = 18;
    private const double LabelHeight = 11;
    private const double FigureHeight = 9;
    private const double LeastHeight = 20;
    private const int SatangInBaht = 100;

    /// <summary>Draws the chart between two heights, at the right margin; nothing when there is nothing to compare, or no room.</summary>
    internal static void Draw(Canvas canvas, StatementContent content, double left, double top, double bottom)
    {
        var months = ByMonth(content.Document);
        var room = bottom - top - TitleHeight - LabelHeight - FigureHeight;
        if (months.Count(month => month.Amount is not null) < 2 || room < LeastHeight)
        {
            return;
        }

        using (canvas.In(Role.Heading))
        {
            canvas.Label(content.Words.SpendingTitle, content.Styles.Strong, left, top + 11);
        }

        var pitch = (Sheet.Right - left) / Months;
        var ground = bottom - LabelHeight;
        canvas.Rule(left, ground, Sheet.Right - left, 0.5, content.Palette.Hairline);
        var most = months.Max(month => month.Amount?.Satang ?? 0);
        canvas.Begin(Role.Table);
        for (var at = 0; at < Months; at++)
        {
            var height = most == 0 ? 0 : room * (double)(months[at].Amount?.Satang ?? 0) / most;
            DrawMonth(canvas, content, months[at], left + (at * pitch), pitch, ground, height, isThis: at == Months - 1);
        }

        canvas.End(Role.Table);
    }

    private static void DrawMonth(
        Canvas canvas, StatementContent content, (DateOnly Month, Money? Amount) month, double left, double pitch, double ground, double height, bool isThis)
    {
        var (middle, width) = (left + (pitch / 2), pitch * 0.56);
        canvas.Box(middle - (width / 2), ground - height, width, height, isThis ? content.Palette.Brand : content.Palette.OnBrand);
        canvas.Begin(Role.Row);
        using (canvas.In(Role.HeadCell))
        {
            canvas.Label(Printed.Month(month.Month, content.Language), isThis ? content.Styles.SmallStrong : content.Styles.Small, middle, ground + 9, Align.Centre);
        }

        using (canvas.In(Role.Cell))
        {
            var figure = month.Amount is { } amount ? Printed.Count(WholeBaht(amount)) : "-";
            canvas.Figure(figure, isThis ? content.Styles.TinyStrong : content.Styles.Tiny, middle, ground - height - 3, pitch - 3, Align.Centre);
        }

        canvas.End(Role.Row);
    }

    /// <summary>The six calendar months up to the statement's, each with what its statements say.</summary>
    private static (DateOnly Month, Money? Amount)[] ByMonth(StatementDocument document)
    {
        var last = FirstOf(document.Statement.StatementDate);
        var known = document.Spending.GroupBy(cycle => FirstOf(cycle.StatementDate))
            .ToDictionary(cycles => cycles.Key, cycles => Money.Sum(cycles.Select(cycle => cycle.Amount)));
        return [.. Enumerable.Range(1 - Months, Months)
            .Select(ahead => last.AddMonths(ahead))
            .Select(month => (month, known.TryGetValue(month, out var amount) ? amount : (Money?)null))];
    }

    private static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);

    private static long WholeBaht(Money amount) => Rounding.HalfAwayFromZero(amount.Satang, SatangInBaht);
}
