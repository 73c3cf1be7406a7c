using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>cairo_glyph_t: which glyph, and where its origin stands in points.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CairoGlyph
{
    internal nuint Index;
    internal double X;
    internal double Y;
}
