using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>A cairo_font_options_t: hinting and metrics.</summary>
internal sealed class CairoFontOptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Cairo.cairo_font_options_destroy(handle);
        return true;
    }
}
