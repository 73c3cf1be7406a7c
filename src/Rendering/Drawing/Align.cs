namespace Cycle.Rendering.Drawing;

/// <summary>Which end of a text the given x names.</summary>
internal enum Align
{
    /// <summary>x is where the text begins.</summary>
    Left,

    /// <summary>x is the text's middle.</summary>
    Centre,

    /// <summary>x is where the text ends.</summary>
    Right,
}
