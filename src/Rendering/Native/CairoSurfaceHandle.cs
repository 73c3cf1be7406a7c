using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>A cairo_surface_t: one PDF being written. Closing it writes what is still held back.</summary>
internal sealed class CairoSurfaceHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Cairo.cairo_surface_destroy(handle);
        return true;
    }
}
