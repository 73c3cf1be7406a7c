using Microsoft.Win32.SafeHandles;

namespace Cycle.Rendering.Native;

/// <summary>An owned GObject reference, given back exactly once.</summary>
internal abstract class ReferenceHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected sealed override bool ReleaseHandle()
    {
        GObject.g_object_unref(handle);
        return true;
    }
}
