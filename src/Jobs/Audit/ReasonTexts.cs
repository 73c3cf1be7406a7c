using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Cycle.Ledger.Accounts;

namespace Cycle.Jobs.Audit;

/// <summary>The sentences of explanations in one language, from <c>Texts/</c>; figures, dates, formulas and codes are the same in each.</summary>
internal sealed class ReasonTexts
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
}
