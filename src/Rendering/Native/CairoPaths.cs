using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Cairo: paths, colours and strokes.</summary>
internal static partial class CairoPaths
{
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_set_source_rgb(CairoContextHandle context, double red, double green, double blue);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_move_to(CairoContextHandle context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_line_to(CairoContextHandle context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_curve_to(
        CairoContextHandle context, double x1, double y1, double x2, double y2, double x3, double y3);

    /// <summary>Which regions of a path that crosses itself are inside: 0 by winding, 1 by even and odd.</summary>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_set_fill_rule(CairoContextHandle context, int rule);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_rectangle(CairoContextHandle context, double x, double y, double width, double height);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_new_sub_path(CairoContextHandle context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_arc(
        CairoContextHandle context, double x, double y, double radius, double fromRadians, double toRadians);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_close_path(CairoContextHandle context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_fill(CairoContextHandle context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_stroke(CairoContextHandle context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_set_line_width(CairoContextHandle context, double width);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_set_dash(CairoContextHandle context, ReadOnlySpan<double> dashes, int count, double offset);
}
