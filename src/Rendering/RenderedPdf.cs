namespace Cycle.Rendering;

/// <summary>A finished statement.</summary>
/// <param name="Bytes">The PDF file; the same document gives the same bytes on every thread, run and culture.</param>
/// <param name="Pages">Pages, 1 or more.</param>
/// <param name="UnknownGlyphs">Characters of names, addresses and merchants that the statement font lacks; each is drawn as a box with its code.</param>
public sealed record RenderedPdf(ReadOnlyMemory<byte> Bytes, int Pages, int UnknownGlyphs);
