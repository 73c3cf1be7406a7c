using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cycle.Dashboard.CommandLine;
using Microsoft.AspNetCore.Html;

namespace Cycle.Dashboard.Web;

/// <summary>
/// The interface's words: written in English in the pages, in Thai in <c>Texts/th.json</c>, which has the English as its keys. What the
/// program names by codes has its English in <c>Texts/en.json</c>; what it says elsewhere has its Thai in <c>Texts/said-th.json</c>. The
/// language is the person's choice, else the browser's.
/// </summary>
internal sealed partial class Words
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "cycle-language";

    private static readonly FrozenDictionary<string, string> Thai = Load("th");
    private static readonly FrozenDictionary<string, string> English = Load("en");
    private static readonly SaidSentences Said = new(Load("said-th"));

    private readonly SuggestedCommands _suggested;

    /// <summary>The words of a request.</summary>
    /// <param name="accessor">The request.</param>
    /// <param name="suggested">Commands that the words suggest.</param>
    public Words(IHttpContextAccessor accessor, SuggestedCommands suggested)
    {
        _suggested = suggested;
        var request = accessor.HttpContext?.Request;
        Language = request?.Cookies[Cookie] switch
        {
            "th" => "th",
            "en" => "en",
            _ => request?.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.Value?[..Math.Min(2, language.Value.Length)])
                .FirstOrDefault(language => language is "th" or "en") ?? "en",
        };
    }

    /// <summary>th or en.</summary>
    public string Language { get; }

    /// <summary>Every English text that has a Thai one.</summary>
    public static IReadOnlyCollection<string> Translated => Thai.Keys;

    /// <summary>A text in the reader's language.</summary>
    /// <param name="english">The text in English.</param>
    public string this[string english] => (Language == "th" ? Thai : English).GetValueOrDefault(english, english);

    /// <summary>A text with values in it.</summary>
    /// <param name="english">The text in English, with {0}, {1}.</param>
    /// <param name="values">The values.</param>
    public string this[string english, params object?[] values] => string.Format(this[english], values);

    /// <summary>A text with values in it that are data: names, files, what a person wrote.</summary>
    /// <param name="english">The text in English, with {0}, {1}.</param>
    /// <param name="values">The values; one that is marked already stays as it is.</param>
    public IHtmlContent Marked(string english, params object?[] values) =>
        Html(this[english], [.. values.Select(value => value is HtmlString marked ? $"{marked}" : MarkedText.Data($"{value}"))]);

    /// <summary>
    /// A sentence that the program made elsewhere, such as a refusal or a step's result: found by its text with {0}, {1} in the place of
    /// its numbers, dates and names. One that is not known stays as it is.
    /// </summary>
    /// <param name="sentence">The sentence in English.</param>
    public string Of(string sentence) =>
        Find(sentence) is var (format, values)
            ? MarkedText.Fill(_suggested.In(format, values.Length), [.. values.Select(Of), _suggested.Option])
            : _suggested.In(sentence);

    /// <summary>Such a sentence for a page, its data marked; one that is not known is marked as English.</summary>
    /// <param name="sentence">The sentence in English.</param>
    public IHtmlContent Told(string? sentence) => string.IsNullOrEmpty(sentence) ? HtmlString.Empty
        : Find(sentence) is var (format, values) ? Html(format, [.. values.Select(Value)])
        : Language == "en" ? MarkedText.Plain(_suggested.In(sentence))
        : MarkedText.English(_suggested.In(sentence));

    /// <summary>Such a sentence when it is known; else data of somebody else, in whatever language they wrote it.</summary>
    /// <param name="text">The sentence, or the data.</param>
    public IHtmlContent ToldOrData(string text) => Find(text) is null ? new HtmlString(MarkedText.Data(text)) : Told(text);

    /// <summary>What is called by a code, with the code that files and commands know it by.</summary>
    /// <param name="kind">Of what the code is.</param>
    /// <param name="code">The code.</param>
    public IHtmlContent Coded(string kind, string code) => this[$"{kind} {code}"] is var name && name != $"{kind} {code}"
        ? MarkedText.Of("{0} `{1}`", [System.Net.WebUtility.HtmlEncode(name), System.Net.WebUtility.HtmlEncode(code)])
        : Language == "en" ? MarkedText.Plain($"`{code}`") : MarkedText.English(code);

    /// <summary>What is called by a code; the code itself when it has no name.</summary>
    /// <param name="kind">Of what the code is.</param>
    /// <param name="code">The code.</param>
    public string Named(string kind, string code) => this[$"{kind} {code}"] is var name && name != $"{kind} {code}" ? name : code;

    private string Value(string value) => Find(value) is null ? MarkedText.Data(value) : Told(value).ToString()!;

    private IHtmlContent Html(string format, string[] html) =>
        MarkedText.Of(_suggested.In(format, html.Length), [.. html, System.Net.WebUtility.HtmlEncode(_suggested.Option)]);

    private (string Format, string[] Values)? Find(string sentence)
    {
        // What has places in it was never said: somebody wrote it, and it is nothing to fill in.
        var isText = MarkedText.Places().IsMatch(sentence);
        var numbers = new List<string>();
        var pattern = Numbers().Replace(sentence, number =>
        {
            numbers.Add(number.Value);
            return $"{{{numbers.Count - 1}}}";
        });
        return !isText && this[sentence] is var same && same != sentence ? (same, [])
            : this[pattern] is var known && known != pattern ? (known, [.. numbers])
            : Language == "th" ? Said.Find(sentence)
            : null;
    }

    [GeneratedRegex("[0-9]+(?:[.,:-][0-9]+)*")]
    private static partial Regex Numbers();

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"texts.{language}.json")
            ?? throw new InvalidOperationException($"The texts in '{language}' are missing from the program.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
