namespace Cycle.Rendering.Statements;

/// <summary>An entry of the PDF's outline.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Level">0 for a part, 1 for what belongs to the part before it.</param>
internal sealed record Bookmark(string Title, int Level);
