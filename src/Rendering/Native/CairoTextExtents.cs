using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>cairo_text_extents_t, in the font's own space.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CairoTextExtents
{
    internal double XBearing;
    internal double YBearing;
    internal double Width;
    internal double Height;
    internal double XAdvance;
    internal double YAdvance;
}
