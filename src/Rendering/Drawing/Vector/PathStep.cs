namespace Cycle.Rendering.Drawing.Vector;

/// <summary>One step of an outline in the picture's own units.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="X">Where it ends.</param>
/// <param name="Y">Where it ends.</param>
/// <param name="X1">First control point of a curve.</param>
/// <param name="Y1">First control point of a curve.</param>
/// <param name="X2">Second control point of a curve.</param>
/// <param name="Y2">Second control point of a curve.</param>
internal readonly record struct PathStep(
    PathStepKind Kind, double X = 0, double Y = 0, double X1 = 0, double Y1 = 0, double X2 = 0, double Y2 = 0)
{
    /// <summary>The step in another place and size.</summary>
    internal PathStep MovedAndScaled(double x, double y, double scale) => new(
        Kind, x + (X * scale), y + (Y * scale), x + (X1 * scale), y + (Y1 * scale), x + (X2 * scale), y + (Y2 * scale));
}
