using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The few text styles of a statement: one scale, so that every page looks like the others.</summary>
internal sealed class Styles(Palette palette)
{
    internal Palette Palette { get; } = palette;

    /// <summary>Text of rows.</summary>
    internal TextStyle Body { get; } = new(8.5, false, palette.Text);

    /// <summary>Text of rows that stands out.</summary>
    internal TextStyle Strong { get; } = new(8.5, true, palette.Text);

    /// <summary>Text of rows that supports other text.</summary>
    internal TextStyle Quiet { get; } = new(8.5, false, palette.Muted);

    /// <summary>Column heads and notes.</summary>
    internal TextStyle Small { get; } = new(7.5, false, palette.Muted);

    /// <summary>A note that stands out.</summary>
    internal TextStyle SmallStrong { get; } = new(7.5, true, palette.Text);

    /// <summary>Figures over the bars of a chart.</summary>
    internal TextStyle Tiny { get; } = new(6.5, false, palette.Muted);

    /// <summary>The figure over the bar that counts.</summary>
    internal TextStyle TinyStrong { get; } = new(6.5, true, palette.Text);

    /// <summary>Headings of sections.</summary>
    internal TextStyle Heading { get; } = new(10.5, true, palette.Brand);

    /// <summary>The holder's name and address.</summary>
    internal TextStyle Holder { get; } = new(10.5, true, palette.Text);

    /// <summary>The holder's address.</summary>
    internal TextStyle Address { get; } = new(9.5, false, palette.Text);

    /// <summary>The issuer's name and the document's title.</summary>
    internal TextStyle Title { get; } = new(14, true, palette.Brand);

    /// <summary>Labels on the brand colour.</summary>
    internal TextStyle BandLabel { get; } = new(9, false, palette.OnBrand);

    /// <summary>The new balance.</summary>
    internal TextStyle BandFigure { get; } = new(25, true, Ink.White);

    /// <summary>Minimum and due date.</summary>
    internal TextStyle BandSecond { get; } = new(16, true, Ink.White);

    /// <summary>Overdue amounts.</summary>
    internal TextStyle Alert { get; } = new(10.5, true, palette.Alert);
}
