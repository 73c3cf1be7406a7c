using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Pango: shaping, line breaking and ellipsis. Lengths are in Pango units, <see cref="Scale"/> to the point.</summary>
internal static partial class Pango
{
    /// <summary>Pango units in one point (the font map's resolution is set to 72).</summary>
    internal const int Scale = 1024;

    internal const int WeightNormal = 400;
    internal const int WeightBold = 700;
    internal const int EllipsizeNone = 0;
    internal const int EllipsizeEnd = 3;
    internal const int WrapWordThenChar = 2;

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial PangoContextHandle pango_font_map_create_context(FontMapHandle map);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial PangoFontHandle pango_font_map_load_font(
        FontMapHandle map, PangoContextHandle context, FontDescriptionHandle description);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_context_set_language(PangoContextHandle context, nint language);

    /// <summary>Whether glyphs snap to whole units: they must not, print has no pixels.</summary>
    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_context_set_round_glyph_positions(PangoContextHandle context, int round);

    /// <summary>A language tag; the result is interned and never freed.</summary>
    [LibraryImport(NativeLibraries.Pango, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint pango_language_from_string(string tag);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial FontDescriptionHandle pango_font_description_new();

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_font_description_free(nint description);

    [LibraryImport(NativeLibraries.Pango, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void pango_font_description_set_family(FontDescriptionHandle description, string family);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_font_description_set_weight(FontDescriptionHandle description, int weight);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_font_description_set_size(FontDescriptionHandle description, int size);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial LayoutHandle pango_layout_new(PangoContextHandle context);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_font_description(LayoutHandle layout, FontDescriptionHandle description);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_text(LayoutHandle layout, ReadOnlySpan<byte> text, int length);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_width(LayoutHandle layout, int width);

    /// <summary>A negative height is the most lines of a paragraph before the ellipsis.</summary>
    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_height(LayoutHandle layout, int height);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_ellipsize(LayoutHandle layout, int mode);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_set_wrap(LayoutHandle layout, int mode);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial void pango_layout_get_size(LayoutHandle layout, out int width, out int height);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial int pango_layout_get_line_count(LayoutHandle layout);

    /// <summary>A line that belongs to the layout and lives until its text changes.</summary>
    [LibraryImport(NativeLibraries.Pango)]
    internal static partial nint pango_layout_get_line_readonly(LayoutHandle layout, int line);

    /// <summary>The layout's own copy of its text, UTF-8 with a zero at the end.</summary>
    [LibraryImport(NativeLibraries.Pango)]
    internal static unsafe partial byte* pango_layout_get_text(LayoutHandle layout);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial int pango_layout_get_baseline(LayoutHandle layout);

    [LibraryImport(NativeLibraries.Pango)]
    internal static partial int pango_layout_get_unknown_glyphs_count(LayoutHandle layout);
}
