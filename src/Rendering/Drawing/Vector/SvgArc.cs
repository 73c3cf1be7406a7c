namespace Cycle.Rendering.Drawing.Vector;

/// <summary>An elliptical arc of SVG as cubic curves (SVG 1.1, appendix F.6: from end points to a centre).</summary>
internal static class SvgArc
{
    /// <summary>The curves, none longer than a quarter of a turn.</summary>
    /// <param name="from">Where the pen is.</param>
    /// <param name="across">First radius.</param>
    /// <param name="down">Second radius.</param>
    /// <param name="degrees">How far the ellipse is turned.</param>
    /// <param name="isLarge">Whether the longer way is taken.</param>
    /// <param name="isClockwise">Whether angles grow.</param>
    /// <param name="to">Where the arc ends.</param>
    internal static IEnumerable<PathStep> Curves(
        (double X, double Y) from, double across, double down, double degrees, bool isLarge, bool isClockwise, (double X, double Y) to)
    {
        (across, down) = (Math.Abs(across), Math.Abs(down));
        if (across == 0 || down == 0)
        {
            return [new(PathStepKind.Line, to.X, to.Y)];
        }

        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (hx, hy) = ((from.X - to.X) / 2, (from.Y - to.Y) / 2);
        var (x, y) = ((cos * hx) + (sin * hy), (cos * hy) - (sin * hx));

        // Radii too small for the distance grow until they just reach.
        var reach = Math.Sqrt(Math.Max(1, (x * x / (across * across)) + (y * y / (down * down))));
        (across, down) = (across * reach, down * reach);
        var (x2, y2, a2, d2) = (x * x, y * y, across * across, down * down);
        var off = Math.Sqrt(Math.Max(0, ((a2 * d2) - (a2 * y2) - (d2 * x2)) / ((a2 * y2) + (d2 * x2)))) * (isLarge == isClockwise ? -1 : 1);
        var (cx, cy) = (off * across * y / down, -off * down * x / across);
        var begin = Math.Atan2((y - cy) / down, (x - cx) / across);
        var sweep = Math.Atan2((-y - cy) / down, (-x - cx) / across) - begin;
        sweep += (isClockwise, sweep) switch { (true, < 0) => 2 * Math.PI, (false, > 0) => -2 * Math.PI, _ => 0 };

        (double X, double Y) OnPage(double px, double py) => (
            (cos * px) - (sin * py) + (cos * cx) - (sin * cy) + ((from.X + to.X) / 2),
            (sin * px) + (cos * py) + (sin * cx) + (cos * cy) + ((from.Y + to.Y) / 2));
        return Quarters(begin, sweep, across, down, OnPage);
    }

    private static IEnumerable<PathStep> Quarters(
        double begin, double sweep, double across, double down, Func<double, double, (double X, double Y)> onPage)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweep) / (Math.PI / 2)));
        var piece = sweep / pieces;
        var pull = 4.0 / 3 * Math.Tan(piece / 4);
        for (var at = 0; at < pieces; at++)
        {
            var (s0, c0) = Math.SinCos(begin + (at * piece));
            var (s1, c1) = Math.SinCos(begin + ((at + 1) * piece));
            var first = onPage(across * (c0 - (pull * s0)), down * (s0 + (pull * c0)));
            var second = onPage(across * (c1 + (pull * s1)), down * (s1 - (pull * c1)));
            var end = onPage(across * c1, down * s1);
            yield return new(PathStepKind.Curve, end.X, end.Y, first.X, first.Y, second.X, second.Y);
        }
    }
}
