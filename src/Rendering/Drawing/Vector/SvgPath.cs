using System.Globalization;
using System.Text.RegularExpressions;

namespace Cycle.Rendering.Drawing.Vector;

/// <summary>The path language of SVG (the attribute <c>d</c>): all its commands, absolute and relative.</summary>
/// <param name="data">The attribute's text.</param>
internal sealed partial class SvgPath(string data)
{
    private readonly List<PathStep> steps = [];
    private (double X, double Y) at;
    private (double X, double Y) start;
    private (double X, double Y) lastControl;
    private char lastCommand;

    /// <summary>The outline.</summary>
    /// <exception cref="FormatException">The text is not a path.</exception>
    internal IReadOnlyList<PathStep> Steps()
    {
        foreach (Match part in Command().Matches(data))
        {
            var command = part.Groups[1].Value[0];
            var arguments = char.ToUpperInvariant(command) == 'A' ? ArcNumbers(part.Groups[2].Value) : Numbers(part.Groups[2].Value);
            Run(command, arguments);
        }

        return steps.Count > 0 && steps[0].Kind == PathStepKind.Move ? steps : throw new FormatException("found a path that does not begin with M");
    }

    /// <summary>The numbers of a list with spaces or commas between.</summary>
    internal static IReadOnlyList<double> Numbers(string text) =>
        [.. Number().Matches(text).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];

    // The two flags of an arc may stand without anything between them and the next number: "a1 1 0 01.5.5".
    private static List<double> ArcNumbers(string text) =>
        [.. Arc().Matches(text).SelectMany(arc => arc.Groups.Cast<Group>().Skip(1).Select(part => double.Parse(part.Value, CultureInfo.InvariantCulture)))];

    private static int CountOf(char command) => char.ToUpperInvariant(command) switch
    {
        'Z' => 0,
        'H' or 'V' => 1,
        'M' or 'L' or 'T' => 2,
        'S' or 'Q' => 4,
        'C' => 6,
        _ => 7,
    };

    private void Run(char command, IReadOnlyList<double> numbers)
    {
        var count = CountOf(command);
        if (count == 0)
        {
            steps.Add(new(PathStepKind.Close));
            at = start;
            lastCommand = 'Z';
            return;
        }

        if (numbers.Count == 0 || numbers.Count % count != 0)
        {
            throw new FormatException($"found {numbers.Count} numbers after {command}, expected a multiple of {count}");
        }

        for (var from = 0; from < numbers.Count; from += count)
        {
            Take(command, [.. numbers.Skip(from).Take(count)]);

            // Further pairs after a move are lines.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private void Take(char command, double[] n)
    {
        var (x, y) = char.IsLower(command) ? at : (0, 0);
        var kind = char.ToUpperInvariant(command);
        switch (kind)
        {
            case 'M':
                at = start = (x + n[0], y + n[1]);
                steps.Add(new(PathStepKind.Move, at.X, at.Y));
                break;
            case 'H' or 'V' or 'L':
                LineTo(kind == 'V' ? at.X : x + n[0], kind switch { 'H' => at.Y, 'V' => y + n[0], _ => y + n[1] });
                break;
            case 'C':
                CurveTo((x + n[0], y + n[1]), (x + n[2], y + n[3]), (x + n[4], y + n[5]));
                break;
            case 'S':
                CurveTo(Mirrored("CS"), (x + n[0], y + n[1]), (x + n[2], y + n[3]));
                break;
            case 'Q':
                QuadTo((x + n[0], y + n[1]), (x + n[2], y + n[3]));
                break;
            case 'T':
                QuadTo(Mirrored("QT"), (x + n[0], y + n[1]));
                break;
            default:
                foreach (var step in SvgArc.Curves(at, n[0], n[1], n[2], n[3] != 0, n[4] != 0, (x + n[5], y + n[6])))
                {
                    steps.Add(step);
                }

                at = (x + n[5], y + n[6]);
                break;
        }

        lastCommand = kind;
    }

    private void LineTo(double x, double y)
    {
        at = (x, y);
        steps.Add(new(PathStepKind.Line, x, y));
    }

    private void CurveTo((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        steps.Add(new(PathStepKind.Curve, end.X, end.Y, first.X, first.Y, second.X, second.Y));
        (lastControl, at) = (second, end);
    }

    private void QuadTo((double X, double Y) control, (double X, double Y) end)
    {
        var first = (at.X + ((control.X - at.X) * 2 / 3), at.Y + ((control.Y - at.Y) * 2 / 3));
        var second = (end.X + ((control.X - end.X) * 2 / 3), end.Y + ((control.Y - end.Y) * 2 / 3));
        CurveTo(first, second, end);
        lastControl = control;
    }

    /// <summary>The last curve's control point on the other side of where the pen is; the pen's own place after anything else.</summary>
    private (double X, double Y) Mirrored(string after) =>
        after.Contains(lastCommand, StringComparison.Ordinal) ? ((2 * at.X) - lastControl.X, (2 * at.Y) - lastControl.Y) : at;

    [GeneratedRegex(@"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"([\d.eE+]+)[\s,]*([\d.eE+]+)[\s,]+([-\d.eE+]+)[\s,]+([01])[\s,]*([01])[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")]
    private static partial Regex Arc();
}
