using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>A cairo_t: the pen on one surface.</summary>
internal sealed class CairoContextHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Cairo.cairo_destroy(handle);
        return true;
    }
}
