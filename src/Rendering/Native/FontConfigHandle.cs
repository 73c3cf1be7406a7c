using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>An FcConfig of our own that knows only the shipped fonts.</summary>
internal sealed class FontConfigHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Fontconfig.FcConfigDestroy(handle);
        return true;
    }
}
