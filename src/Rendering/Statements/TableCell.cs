using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>One cell of a table's row, on one baseline.</summary>
internal static class TableCell
{
    /// <summary>A cell that names its row or column.</summary>
    internal static void Head(Canvas canvas, string words, TextStyle style, double x, double baseline, Align align = Align.Left)
    {
        canvas.Begin(Role.HeadCell);
        canvas.Label(words, style, x, baseline, align);
        canvas.End(Role.HeadCell);
    }

    /// <summary>Words that repeat from statement to statement, such as a date.</summary>
    internal static void Words(Canvas canvas, string words, TextStyle style, double x, double baseline)
    {
        canvas.Begin(Role.Cell);
        canvas.Label(words, style, x, baseline);
        canvas.End(Role.Cell);
    }

    /// <summary>Text of this statement alone, on as many lines as it needs and may have.</summary>
    internal static void Text(Canvas canvas, string text, TextStyle style, double x, double baseline, double room, int mostLines)
    {
        canvas.Begin(Role.Cell);
        canvas.Paragraph(text, style, x, baseline, room, mostLines);
        canvas.End(Role.Cell);
    }

    /// <summary>An amount or other ASCII figure.</summary>
    internal static void Figure(Canvas canvas, string figure, TextStyle style, double x, double baseline, double room, Align align = Align.Right)
    {
        canvas.Begin(Role.Cell);
        canvas.Figure(figure, style, x, baseline, room, align);
        canvas.End(Role.Cell);
    }
}
