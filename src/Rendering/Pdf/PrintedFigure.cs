namespace Cycle.Rendering.Pdf;

/// <summary>A figure of a statement as its PDF must tell it.</summary>
/// <param name="Name">What it is, in English: "new balance", "line 3 (TXN-7)".</param>
/// <param name="Label">What is printed just before it, in the statement's language; may be empty.</param>
/// <param name="Text">The figure itself as printed.</param>
public sealed record PrintedFigure(string Name, string Label, string Text)
{
    /// <summary>Whether a text layer tells the figure right behind its label.</summary>
    /// <param name="text">The text layer.</param>
    public bool IsIn(PdfText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Tells(Label + Text);
    }

    /// <summary>Whether a text layer tells the figure anywhere, whatever the words around it: for PDFs of another theme or layout.</summary>
    /// <param name="text">The text layer.</param>
    public bool IsAnywhereIn(PdfText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Tells(Text);
    }
}
