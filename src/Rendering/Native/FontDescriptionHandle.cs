using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>A PangoFontDescription: family, weight and size.</summary>
internal sealed class FontDescriptionHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Pango.pango_font_description_free(handle);
        return true;
    }
}
