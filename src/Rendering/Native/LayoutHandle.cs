namespace Cycle.Rendering.Native;

/// <summary>A PangoLayout: one shaped paragraph.</summary>
internal sealed class LayoutHandle : ReferenceHandle;
