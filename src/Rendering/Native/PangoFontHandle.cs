namespace Cycle.Rendering.Native;

/// <summary>A PangoFont: one face at one size.</summary>
internal sealed class PangoFontHandle : ReferenceHandle;
