using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>The heading above a table, which also leads the PDF's outline there.</summary>
internal static class SectionHeading
{
    private const double Height = 26;

    /// <summary>The heading's block.</summary>
    internal static Block Of(StatementContent content, string title) =>
        new(Height, (canvas, top) =>
        {
            using var heading = canvas.In(Role.Heading);
            canvas.Label(title, content.Styles.Heading, Sheet.Left, top + 19);
        })
        {
            Bookmark = new(title, 0),
            KeepWithNext = true,
        };
}
