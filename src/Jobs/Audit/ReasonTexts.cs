using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cycle.Ledger.Accounts;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Interest;

namespace Cycle.Jobs.Audit;

/// <summary>The sentences of explanations in one language, from <c>Texts/</c>; figures, dates and codes are the same in each.</summary>
internal sealed partial class ReasonTexts
{
    private static readonly ReasonTexts Thai = new("th");
    private static readonly ReasonTexts English = new("en");

    private readonly FrozenDictionary<string, string> _sentences;

    private ReasonTexts(string language)
    {
        using var stream = typeof(ReasonTexts).Assembly.GetManifestResourceStream($"explanations.{language}.json")
            ?? throw new InvalidOperationException($"The sentences of explanations in '{language}' are missing from the program.");
        _sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The sentences of a language.</summary>
    public static ReasonTexts In(Language language) => language == Language.Thai ? Thai : English;

    /// <summary>A sentence with its values.</summary>
    /// <param name="name">Its name in the files.</param>
    /// <param name="values">What stands in it.</param>
    public string Say(string name, params object?[] values) => string.Format(CultureInfo.InvariantCulture, _sentences[name], values);

    /// <summary>What is named by a code, with the code; the code alone where it has no name.</summary>
    /// <param name="code">The kind of a line or leg, or a figure of a statement.</param>
    public string Named(string code) => _sentences.TryGetValue($"code.{code}", out var name) ? $"{name} ({code})" : code;

    /// <summary>What bears interest.</summary>
    public string Item(ItemKind kind) => _sentences.GetValueOrDefault($"item.{kind}", $"{kind}");

    /// <summary>What stands on a line: the merchant, or the charge's name where its kind does not say it in this language already.</summary>
    public string Described(string kind, string description) =>
        description == LineDescriptions.Of(kind) && _sentences.ContainsKey($"code.{kind}") ? "" : description;

    /// <summary>Where a term is published, as its tariff says it; the words of the shipped tariffs in this language.</summary>
    public string Source(string source)
    {
        var numbers = new List<object>();
        var pattern = Numbers().Replace(source, number =>
        {
            numbers.Add(number.Value);
            return $"{{{numbers.Count - 1}}}";
        });
        return _sentences.TryGetValue($"source.{pattern}", out var known) ? string.Format(CultureInfo.InvariantCulture, known, [.. numbers]) : source;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
