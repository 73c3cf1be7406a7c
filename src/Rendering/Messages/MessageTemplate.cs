using Cycle.Rendering.Drawing;
using HandlebarsDotNet;

namespace Cycle.Rendering.Messages;

/// <summary>One template file. Values go in as data: what looks like a template inside a value is printed as it is.</summary>
internal sealed class MessageTemplate
{
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration
    {
        NoEscape = true,
        ThrowOnUnresolvedBindingExpression = true,
    });

    private readonly HandlebarsTemplate<object, object> template;

    private MessageTemplate(HandlebarsTemplate<object, object> template) => this.template = template;

    /// <summary>Reads a template; whatever is wrong with it is added to <paramref name="problems"/>, and null comes back.</summary>
    internal static MessageTemplate? Read(string path, string[] names, List<TemplateProblem> problems)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(path, 0, 0, "no file that can be read", "the wording of a message"));
            return null;
        }

        var wrong = TemplateScan.Problems(path, text, names).ToList();
        problems.AddRange(wrong);
        return wrong.Count == 0 ? new(Engine.Compile(text.Trim())) : null;
    }

    /// <summary>The message on one line, however long.</summary>
    internal string Write(Dictionary<string, string> values) => PrintableText.Clean(template(values));
}
