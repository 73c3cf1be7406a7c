namespace Cycle.Rendering.Drawing;

/// <summary>All that decides how a text of a statement is shaped.</summary>
/// <param name="Text">The text as it was handed over.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Bold">Bold, else Regular.</param>
/// <param name="Width">The width it is broken to, in points; 0 of a line that is not broken.</param>
/// <param name="MostLines">The most lines it may take before an ellipsis.</param>
internal readonly record struct ParagraphKey(string Text, double Size, bool Bold, double Width, int MostLines);
