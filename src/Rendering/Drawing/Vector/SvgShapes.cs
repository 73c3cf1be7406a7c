namespace Cycle.Rendering.Drawing.Vector;

/// <summary>SVG's shapes as outlines.</summary>
internal static class SvgShapes
{
    // How far a control point stands from the end of a quarter circle, in radii.
    private const double Kappa = 0.5522847498307936;

    /// <summary>A shape's outline; null for an element that is no shape.</summary>
    /// <param name="element">The element's name.</param>
    /// <param name="attribute">Its attributes by name.</param>
    /// <exception cref="FormatException">An attribute is not as it should be.</exception>
    internal static IReadOnlyList<PathStep>? Steps(string element, Func<string, string?> attribute)
    {
        double Number(string name) => attribute(name) is { } text ? SvgPath.Numbers(text).SingleOrDefault() : 0;
        return element switch
        {
            "path" => new SvgPath(attribute("d") ?? "").Steps(),
            "rect" when attribute("rx") is null && attribute("ry") is null =>
                Polygon([Number("x"), Number("y"), Number("x") + Number("width"), Number("y"),
                    Number("x") + Number("width"), Number("y") + Number("height"), Number("x"), Number("y") + Number("height")]),
            "circle" => Ellipse(Number("cx"), Number("cy"), Number("r"), Number("r")),
            "ellipse" => Ellipse(Number("cx"), Number("cy"), Number("rx"), Number("ry")),
            "polygon" => Polygon(SvgPath.Numbers(attribute("points") ?? "")),
            _ => null,
        };
    }

    private static List<PathStep> Polygon(IReadOnlyList<double> points)
    {
        if (points.Count < 6 || points.Count % 2 != 0)
        {
            throw new FormatException($"found {points.Count} coordinates, expected pairs for three corners or more");
        }

        var steps = new List<PathStep>();
        for (var at = 0; at < points.Count; at += 2)
        {
            steps.Add(new(at == 0 ? PathStepKind.Move : PathStepKind.Line, points[at], points[at + 1]));
        }

        steps.Add(new(PathStepKind.Close));
        return steps;
    }

    private static PathStep[] Ellipse(double x, double y, double across, double down)
    {
        var (a, b) = (across * Kappa, down * Kappa);
        return
        [
            new(PathStepKind.Move, x + across, y),
            new(PathStepKind.Curve, x, y + down, x + across, y + b, x + a, y + down),
            new(PathStepKind.Curve, x - across, y, x - a, y + down, x - across, y + b),
            new(PathStepKind.Curve, x, y - down, x - across, y - b, x - a, y - down),
            new(PathStepKind.Curve, x + across, y, x + a, y - down, x + across, y - b),
            new(PathStepKind.Close),
        ];
    }
}
