namespace Cycle.Rendering.Native;

/// <summary>A PangoFontMap: the fonts one renderer can see and their caches.</summary>
internal sealed class FontMapHandle : ReferenceHandle;
