using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>cairo_text_cluster_t: how many bytes of text how many glyphs stand for.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CairoCluster
{
    internal int Bytes;
    internal int Glyphs;
}
