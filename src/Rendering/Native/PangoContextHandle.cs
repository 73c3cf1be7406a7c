namespace Cycle.Rendering.Native;

/// <summary>A PangoContext: font map, language and rounding that layouts share.</summary>
internal sealed class PangoContextHandle : ReferenceHandle;
