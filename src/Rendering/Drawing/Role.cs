namespace Cycle.Rendering.Drawing;

/// <summary>What a piece of a page is to a reader who hears it: the standard structure types of PDF. Text may stand only in those without children.</summary>
internal enum Role
{
    /// <summary>The whole statement.</summary>
    Document,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The heading of a part.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell that names its row or column.</summary>
    HeadCell,

    /// <summary>A cell.</summary>
    Cell,
}
