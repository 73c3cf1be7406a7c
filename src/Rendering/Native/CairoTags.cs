using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Cairo: the structure of a tagged PDF.</summary>
internal static partial class CairoTags
{
    /// <summary>Opens a structure element.</summary>
    /// <param name="context">The pen.</param>
    /// <param name="name">The element's standard name in ASCII with a zero behind it, as every u8 literal has.</param>
    /// <param name="attributes">Always 0.</param>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_tag_begin(CairoContextHandle context, ReadOnlySpan<byte> name, nint attributes);

    /// <summary>Closes the element opened last, which must have this name.</summary>
    [LibraryImport(NativeLibraries.Cairo)]
    internal static partial void cairo_tag_end(CairoContextHandle context, ReadOnlySpan<byte> name);
}
