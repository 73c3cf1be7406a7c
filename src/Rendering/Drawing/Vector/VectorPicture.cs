namespace Cycle.Rendering.Drawing.Vector;

/// <summary>A picture of filled outlines, sharp at any size: an issuer's logo.</summary>
/// <param name="Width">Width in its own units, above zero.</param>
/// <param name="Height">Height in its own units, above zero.</param>
/// <param name="Shapes">Its shapes, the lowest first; their origin is the top left corner.</param>
internal sealed record VectorPicture(double Width, double Height, IReadOnlyList<VectorShape> Shapes);
