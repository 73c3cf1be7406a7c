using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Cairo: surfaces, metadata and state. Lengths are points, y grows downwards.</summary>
internal static partial class Cairo
{
    internal const int StatusSuccess = 0;
    internal const int StatusWriteError = 11;
    internal const int HintStyleNone = 1;
    internal const int HintMetricsOff = 1;
    internal const int OutlineRoot = 0;
    internal const int OutlineOpen = 1;
    internal const int MetadataTitle = 0;
    internal const int MetadataAuthor = 1;
    internal const int MetadataSubject = 2;
    internal const int MetadataCreator = 4;
    internal const int MetadataCreated = 5;
    internal const int MetadataModified = 6;

    [LibraryImport(NativeLibraries.Cairo)]
    internal static unsafe partial CairoSurfaceHandle cairo_pdf_surface_create_for_stream(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(NativeLibraries.Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void cairo_pdf_surface_set_metadata(CairoSurfaceHandle surface, int metadata, string value);

    [LibraryImport(NativeLibraries.Cairo, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int cairo_pdf_surface_add_outline(
        CairoSurfaceHandle surface, int parent, string title, string linkAttributes, int flags);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_surface_finish(CairoSurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial int cairo_surface_status(CairoSurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial CairoContextHandle cairo_create(CairoSurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial int cairo_status(CairoContextHandle context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_destroy(nint context);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_show_page(CairoContextHandle context);

    /// <summary>Cairo's words for a status; the text is static and never freed.</summary>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial nint cairo_status_to_string(int status);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial CairoFontOptionsHandle cairo_font_options_create();

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_font_options_destroy(nint options);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_font_options_set_hint_style(CairoFontOptionsHandle options, int style);

    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_font_options_set_hint_metrics(CairoFontOptionsHandle options, int metrics);
}
