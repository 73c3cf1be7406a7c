using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Cairo: painting the current colour through a picture of one bit a pixel.</summary>
internal static partial class CairoMasks
{
    internal const int FormatA1 = 3;
    internal const int FilterNearest = 3;

    /// <summary>A picture over pixels of ours, which must stay where they are until it is given back.</summary>
    /// <param name="pixels">Rows from the top.</param>
    /// <param name="format">The only one used is <see cref="FormatA1"/>: words of 32 bits, the lowest bit is the leftmost pixel.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="stride">Bytes a row.</param>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial CairoSurfaceHandle cairo_image_surface_create_for_data(void* pixels, int format, int width, int height, int stride);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial CairoPatternHandle cairo_pattern_create_for_surface(CairoSurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_pattern_destroy(nint pattern);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_pattern_set_filter(CairoPatternHandle pattern, int filter);

    /// <summary>How points of the page become points of the picture.</summary>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_pattern_set_matrix(CairoPatternHandle pattern, in CairoMatrix matrix);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_mask(CairoContextHandle context, CairoPatternHandle pattern);
}
