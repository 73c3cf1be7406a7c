namespace Cycle.Rendering.Drawing;

/// <summary>A text as it was drawn.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Text">What was drawn, before any ellipsis.</param>
/// <param name="Style">How.</param>
/// <param name="X">Left end in points.</param>
/// <param name="Baseline">Baseline of the first line in points.</param>
/// <param name="Width">The width it was broken to; 0 when it stands on one line of its own width.</param>
/// <param name="MostLines">The most lines it may take.</param>
internal readonly record struct DrawnText(int Page, string Text, TextStyle Style, double X, double Baseline, double Width, int MostLines);
