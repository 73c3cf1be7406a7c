using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The bridge between Pango's layouts and Cairo's surfaces.</summary>
internal static partial class PangoCairo
{
    /// <summary>The font map that opens fonts through FreeType, the only kind that takes a private font configuration.</summary>
    internal const int FontTypeFreeType = 1;

    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial FontMapHandle pango_cairo_font_map_new_for_font_type(int fontType);

    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial void pango_cairo_font_map_set_resolution(FontMapHandle map, double dotsPerInch);

    [LibraryImport(NativeLibraries.PangoFt2)]
    internal static partial void pango_fc_font_map_set_config(FontMapHandle map, FontConfigHandle config);

    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial void pango_cairo_context_set_font_options(PangoContextHandle context, CairoFontOptionsHandle options);

    /// <summary>The Cairo font behind a Pango font; it lives as long as the Pango font.</summary>
    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial nint pango_cairo_font_get_scaled_font(PangoFontHandle font);

    /// <summary>Draws with the top left corner at the current point, keeping the text of each cluster.</summary>
    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial void pango_cairo_show_layout(CairoContextHandle context, LayoutHandle layout);

    /// <summary>Draws one line with its baseline at the current point, keeping the text of each cluster.</summary>
    [LibraryImport(NativeLibraries.PangoCairo)]
    internal static partial void pango_cairo_show_layout_line(CairoContextHandle context, nint line);
}
