using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>A cairo_pattern_t: what is painted with, or through.</summary>
internal sealed class CairoPatternHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        CairoMasks.cairo_pattern_destroy(handle);
        return true;
    }
}
