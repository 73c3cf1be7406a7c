using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>A label and its value: a row of a two-column table to who hears it.</summary>
internal static class FactRow
{
    /// <summary>Label on the left, an amount or other figure on the right, as large as there is room.</summary>
    internal static void Figure(Canvas canvas, TextStyle labelStyle, TextStyle style, string label, string figure, double left, double right, double baseline)
    {
        canvas.Begin(Role.Row);
        using (canvas.In(Role.HeadCell))
        {
            canvas.Label(label, labelStyle, left, baseline);
        }

        using (canvas.In(Role.Cell))
        {
            canvas.Figure(figure, style, right, baseline, right - left - canvas.LabelWidth(label, labelStyle) - 8);
        }

        canvas.End(Role.Row);
    }

    /// <summary>Label on the left, words that repeat from statement to statement, such as a date, on the right.</summary>
    internal static void Words(Canvas canvas, TextStyle labelStyle, TextStyle style, string label, string words, double left, double right, double baseline)
    {
        canvas.Begin(Role.Row);
        using (canvas.In(Role.HeadCell))
        {
            canvas.Label(label, labelStyle, left, baseline);
        }

        using (canvas.In(Role.Cell))
        {
            canvas.Label(words, style, right, baseline, Align.Right);
        }

        canvas.End(Role.Row);
    }
}
