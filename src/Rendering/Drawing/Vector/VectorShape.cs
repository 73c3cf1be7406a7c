namespace Cycle.Rendering.Drawing.Vector;

/// <summary>A filled outline.</summary>
/// <param name="Ink">Its colour.</param>
/// <param name="IsEvenOdd">Whether inside is decided by even and odd crossings, else by winding.</param>
/// <param name="Steps">The outline.</param>
internal sealed record VectorShape(Ink Ink, bool IsEvenOdd, IReadOnlyList<PathStep> Steps);
