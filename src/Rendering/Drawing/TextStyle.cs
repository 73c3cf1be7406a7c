namespace Cycle.Rendering.Drawing;

/// <summary>How a piece of text looks.</summary>
/// <param name="Size">Type size in points.</param>
/// <param name="Bold">Bold, else Regular.</param>
/// <param name="Ink">Colour.</param>
internal readonly record struct TextStyle(double Size, bool Bold, Ink Ink);
