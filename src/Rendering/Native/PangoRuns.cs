using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The public structures behind a shaped line, as far as they are read (pango-glyph-item.h, pango-glyph.h, pango-item.h).</summary>
internal static class PangoRuns
{
    /// <summary>PangoLayoutLine up to its runs.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Line
    {
        internal nint Layout;
        internal int StartByte;
        internal int Bytes;
        internal Link* Runs;
    }

    /// <summary>GSList of runs.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Link
    {
        internal Run* Data;
        internal Link* Next;
    }

    /// <summary>PangoGlyphItem: a piece of text in one font, and its glyphs.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Run
    {
        internal Item* Item;
        internal Glyphs* Glyphs;
    }

    /// <summary>PangoItem up to its length.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Item
    {
        internal int StartByte;
        internal int Bytes;
        internal int Characters;
    }

    /// <summary>PangoGlyphString: which byte of the item each glyph begins at.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Glyphs
    {
        internal int Count;
        internal nint Infos;
        internal int* Clusters;
    }
}
