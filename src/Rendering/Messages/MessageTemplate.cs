using Cycle.Rendering.Drawing;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

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

    /// <summary>Reads a template and tries it once, so that a misspelt name is found at the start and not at night.</summary>
    /// <exception cref="RenderingException">The file is missing, is no template, or names a value that is not among <paramref name="names"/>.</exception>
    internal static MessageTemplate Load(string folder, string file, string[] names)
    {
        var path = Path.Combine(folder, file);
        try
        {
            var loaded = new MessageTemplate(Engine.Compile(File.ReadAllText(path).Trim()));
            _ = loaded.Write(names.ToDictionary(name => name, name => name));
            return loaded;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new RenderingException($"The message template {path} cannot be used ({wrong.Message}). It may use {string.Join(", ", names)}.", wrong);
        }
    }

    /// <summary>The message on one line, however long.</summary>
    internal string Write(Dictionary<string, string> values) => PrintableText.Clean(template(values));

    /// <summary>The message in as few segments as the figures allow, the merchant's name as long as fits.</summary>
    internal string WriteFitted(Dictionary<string, string> values)
    {
        var whole = Write(values);
        var merchant = values[TemplateValues.Merchant];
        for (var segments = 1; segments < SmsSegments.Count(whole); segments++)
        {
            foreach (var name in MerchantName.LongestFirst(merchant))
            {
                values[TemplateValues.Merchant] = name;
                var fitted = Write(values);
                if (SmsSegments.Count(fitted) <= segments)
                {
                    return fitted;
                }
            }
        }

        return whole;
    }
}
