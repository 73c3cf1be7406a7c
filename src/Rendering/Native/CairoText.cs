using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Cairo: glyphs placed by us, for figures that need no shaping.</summary>
internal static partial class CairoText
{
    /// <summary>Takes face, size and options at once, with nothing to look up when the text is shown.</summary>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_set_scaled_font(CairoContextHandle context, nint scaledFont);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial int cairo_scaled_font_text_to_glyphs(
        nint scaledFont, double x, double y, byte* text, int bytes, CairoGlyph** glyphs, int* glyphCount, nint clusters, nint clusterCount, nint flags);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial void cairo_scaled_font_glyph_extents(
        nint scaledFont, CairoGlyph* glyphs, int count, CairoTextExtents* extents);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial void cairo_glyph_free(CairoGlyph* glyphs);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial void cairo_show_text_glyphs(
        CairoContextHandle context, byte* text, int bytes, CairoGlyph* glyphs, int glyphCount, CairoCluster* clusters, int clusterCount, int flags);
}
