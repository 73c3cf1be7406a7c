using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Microsoft.AspNetCore.Html;

namespace Cycle.Dashboard.Web;

/// <summary>Rows of the trail in the reader's words. What a person wrote stays as it was written; the row itself is kept in English.</summary>
internal static class TrailWords
{
    private static readonly string[] Nouns = ["run", "account", "message", "cycle"];

    /// <summary>Who did it: a name, or the command line.</summary>
    public static IHtmlContent Person(Words words, TrailRow row) =>
        row.Person.StartsWith("command line (", StringComparison.Ordinal) ? words.Told(row.Person) : new HtmlString(MarkedText.Data(row.Person));

    /// <summary>What it was done to.</summary>
    public static IHtmlContent Subject(Words words, TrailRow row)
    {
        if (row.Action == "person.roles" && row.Subject.Split(": ", 2) is [var person, var roles])
        {
            return words.Marked("{0}: {1}", person, Translated(words, roles));
        }

        if (words.Of(row.Subject) != row.Subject)
        {
            return words.Told(row.Subject);
        }

        return new HtmlString(string.Join(", ", row.Subject.Split(", ").Select(part => Part(words, part))));
    }

    private static string Translated(Words words, string roles) =>
        string.Join(", ", roles.Split(", ").Select(role => Role.All.Contains(role) ? words[role] : role));

    private static string Part(Words words, string part) => $"{(part.Split(' ', 2) is [var noun, var which] && Nouns.Contains(noun)
        ? words.Marked($"{noun} {{0}}", which)
        : words.ToldOrData(part))}";
}
