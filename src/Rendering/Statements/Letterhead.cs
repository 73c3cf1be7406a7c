using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>What frames a page: the issuer above, the contact line and the page's number below.</summary>
internal static class Letterhead
{
    private const double FootRule = 808;
    private const double FootBaseline = 820;
    private const double PageNumberRoom = 90;

    /// <summary>The head of the first page.</summary>
    /// <returns>Where what follows may begin.</returns>
    internal static double DrawFirst(Canvas canvas, StatementContent content)
    {
        var left = Logo(canvas, content, 34, 24, 8);
        using (canvas.In(Role.Paragraph))
        {
            canvas.Label(content.Words.IssuerName, content.Styles.Title, left, 52);
        }

        using (canvas.In(Role.Title))
        {
            canvas.Label(content.Words.DocumentTitle, content.Styles.Heading, Sheet.Right, 51, Align.Right);
        }

        canvas.Rule(Sheet.Left, 68, Sheet.Room, 0.8, content.Palette.Brand);
        return 68;
    }

    /// <summary>The short head of every further page.</summary>
    internal static void DrawContinued(Canvas canvas, StatementContent content)
    {
        var left = Logo(canvas, content, 34, 12, 5);
        canvas.Label(content.Words.IssuerName, content.Styles.Strong, left, 43.5);
        var date = content.Date(content.Document.Statement.StatementDate);
        canvas.Label(date, content.Styles.Strong, Sheet.Right, 43.5, Align.Right);
        var right = Sheet.Right - canvas.LabelWidth(date, content.Styles.Strong) - 4;
        canvas.Label(content.Words.StatementDate, content.Styles.Quiet, right, 43.5, Align.Right);
        right -= canvas.LabelWidth(content.Words.StatementDate, content.Styles.Quiet) + 16;
        canvas.Figure(content.PrimaryCardNumber, content.Styles.Quiet, right, 43.5, Sheet.Room / 3);
        canvas.Rule(Sheet.Left, 52, Sheet.Room, 0.6, content.Palette.Brand);
    }

    /// <summary>The foot of a page.</summary>
    internal static void DrawFoot(Canvas canvas, StatementContent content, int page, int pages)
    {
        canvas.Rule(Sheet.Left, FootRule, Sheet.Room, 0.5, content.Palette.Hairline);
        if (canvas.LabelWidth(content.Words.Contact, content.Styles.Small) <= Sheet.Room - PageNumberRoom)
        {
            canvas.Label(content.Words.Contact, content.Styles.Small, Sheet.Left, FootBaseline);
        }
        else
        {
            canvas.Text(content.Words.Contact, content.Styles.Small, Sheet.Left, FootBaseline, Sheet.Room - PageNumberRoom);
        }

        canvas.Label(content.Words.PageOf(page, pages), content.Styles.Small, Sheet.Right, FootBaseline, Align.Right);
    }

    /// <summary>The issuer's logo, where the theme has one.</summary>
    /// <returns>Where the issuer's name may begin.</returns>
    private static double Logo(Canvas canvas, StatementContent content, double top, double height, double gap)
    {
        if (content.Logo is not { } logo)
        {
            return Sheet.Left;
        }

        canvas.Picture(logo, Sheet.Left, top, height);
        return Sheet.Left + (height * logo.Width / logo.Height) + gap;
    }
}
