using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <content>The structure of a tagged PDF. What is drawn in no role is decoration, which a screen reader passes over.</content>
internal sealed partial class Canvas
{
    private bool isDecorating;

    /// <summary>Opens an element; it may be closed on a later page.</summary>
    internal void Begin(Role role)
    {
        if (!isDecorating)
        {
            CairoTags.cairo_tag_begin(cairo, NameOf(role), 0);
        }
    }

    /// <summary>Closes the element opened last.</summary>
    internal void End(Role role)
    {
        if (!isDecorating)
        {
            CairoTags.cairo_tag_end(cairo, NameOf(role));
        }
    }

    /// <summary>An element for the length of a using block.</summary>
    internal Element In(Role role)
    {
        Begin(role);
        return new(this, role);
    }

    /// <summary>Draws what only repeats, such as the head of a table on its second page: no part of the structure.</summary>
    internal void Decorate(Action<Canvas> draw)
    {
        isDecorating = true;
        draw(this);
        isDecorating = false;
    }

    private static ReadOnlySpan<byte> NameOf(Role role) => role switch
    {
        Role.Document => "Document"u8,
        Role.Title => "H1"u8,
        Role.Heading => "H2"u8,
        Role.Table => "Table"u8,
        Role.Row => "TR"u8,
        Role.HeadCell => "TH"u8,
        Role.Cell => "TD"u8,
        _ => "P"u8,
    };

    /// <summary>Closes an element at the end of a using block.</summary>
    internal readonly ref struct Element(Canvas canvas, Role role)
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => canvas.End(role);
    }
}
