using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The one call of GObject that is needed: giving a reference back.</summary>
internal static partial class GObject
{
    [LibraryImport(NativeLibraries.GObject)]
    internal static partial void g_object_unref(nint reference);
}
