using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The loyalty points on one line: earned, used, left, and what dies next; or that there are none.</summary>
internal static class PointsStrip
{
    private const double Height = 21;
    private const double Gap = 14;

    /// <summary>Draws the strip.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double Draw(Canvas canvas, StatementContent content, double top)
    {
        var (words, styles) = (content.Words, content.Styles);
        canvas.Rule(Sheet.Left, top, Sheet.Room, 0.5, content.Palette.Hairline);
        canvas.Rule(Sheet.Left, top + Height, Sheet.Room, 0.5, content.Palette.Hairline);
        using var paragraph = canvas.In(Role.Paragraph);
        var baseline = top + 13.8;
        canvas.Label(words.PointsTitle, styles.Strong, Sheet.Left, baseline);
        var left = Sheet.Left + canvas.LabelWidth(words.PointsTitle, styles.Strong) + Gap;
        if (content.Document.Points is not { } points)
        {
            canvas.Label(words.NoPoints, styles.Quiet, left, baseline);
            return top + Height;
        }

        left = Pair(canvas, content, words.PointsEarned, points.Earned, left, baseline);
        left = Pair(canvas, content, words.PointsUsed, points.Used, left, baseline);
        left = Pair(canvas, content, words.PointsBalance, points.Balance, left, baseline);
        if (points.ExpiringOn is { } date)
        {
            Pair(canvas, content, Wording.Fill(words.PointsExpiring, "{date}", content.Date(date)), points.Expiring, left, baseline);
        }

        return top + Height;
    }

    private static double Pair(Canvas canvas, StatementContent content, string label, long points, double left, double baseline)
    {
        canvas.Label(label, content.Styles.Quiet, left, baseline);
        left += canvas.LabelWidth(label, content.Styles.Quiet) + 4;
        var figure = Printed.Count(points);
        canvas.Figure(figure, content.Styles.Strong, left, baseline, Sheet.Right - left, Align.Left);
        return left + canvas.FigureWidth(figure, content.Styles.Strong) + Gap;
    }
}
