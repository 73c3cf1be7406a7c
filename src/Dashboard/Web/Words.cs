using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cycle.Dashboard.Web;

/// <summary>
/// The interface's words: written in English in the pages, in Thai in <c>Texts/th.json</c>, which has the English as its keys. What the
/// program names by codes has its English in <c>Texts/en.json</c>. The language is the person's choice, else the browser's.
/// </summary>
internal sealed partial class Words
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "cycle-language";

    private static readonly FrozenDictionary<string, string> Thai = Load("th");
    private static readonly FrozenDictionary<string, string> English = Load("en");

    /// <summary>The words of a request.</summary>
    public Words(IHttpContextAccessor accessor)
    {
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

    /// <summary>
    /// A sentence that the program made elsewhere, such as a refusal or a step's result: found by its text with {0}, {1} in the place of
    /// its numbers and dates. One that is not known stays as it is.
    /// </summary>
    /// <param name="sentence">The sentence in English.</param>
    public string Of(string sentence)
    {
        var values = new List<object>();
        var pattern = Numbers().Replace(sentence, number =>
        {
            values.Add(number.Value);
            return $"{{{values.Count - 1}}}";
        });
        return this[pattern] is var known && known != pattern ? string.Format(known, [.. values]) : this[sentence];
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
