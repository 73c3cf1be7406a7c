using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cycle.Dashboard.Web;

/// <summary>
/// Sentences that the program says elsewhere, such as why a row is rejected, with the same in another language: what stands in the places
/// {0}, {1} of one stands in those of the other.
/// </summary>
internal sealed class SaidSentences
{
    private readonly FrozenDictionary<string, string> _whole;
    private readonly Open[] _open;

    /// <summary>Sentences that can be found.</summary>
    /// <param name="sentences">Each in English, with its translation.</param>
    public SaidSentences(IReadOnlyDictionary<string, string> sentences)
    {
        _whole = sentences.Where(one => !MarkedText.Places().IsMatch(one.Key)).ToFrozenDictionary(StringComparer.Ordinal);

        // Of two that fit, the one with more words of its own says more exactly what was said.
        _open = [.. sentences.Where(one => MarkedText.Places().IsMatch(one.Key)).Select(one => new Open(one.Key, one.Value)).OrderByDescending(one => one.Length)];
    }

    /// <summary>The translation of a sentence, with the values that stand in it; null when it is not known.</summary>
    /// <param name="sentence">The sentence in English.</param>
    public (string Format, string[] Values)? Find(string sentence) => _whole.TryGetValue(sentence, out var whole)
        ? (whole, [])
        : _open.Select(one => one.Match(sentence)).FirstOrDefault(found => found is not null);

    /// <summary>A sentence with places in it.</summary>
    private sealed class Open
    {
        private readonly string _start;
        private readonly string _end;
        private readonly string _translation;
        private readonly Lazy<Regex> _pattern;

        public Open(string english, string translation)
        {
            var texts = MarkedText.Places().Split(english);
            (_start, _end, _translation) = (texts[0], texts[^1], translation);
            Length = texts.Where((_, i) => i % 2 == 0).Sum(text => text.Length);

            // What stands in a place was written by others: without backtracking no text of theirs can make the search long.
            _pattern = new(() => new(
                $"^{string.Concat(texts.Select((text, i) => i % 2 == 0 ? Regex.Escape(text) : $"(?<v{text}>.+?)"))}$",
                RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant));
        }

        /// <summary>Letters and signs outside of its places.</summary>
        public int Length { get; }

        public (string, string[])? Match(string sentence)
        {
            if (!sentence.StartsWith(_start, StringComparison.Ordinal) || !sentence.EndsWith(_end, StringComparison.Ordinal)
                || _pattern.Value.Match(sentence) is not { Success: true } match)
            {
                return null;
            }

            return (_translation, [.. Enumerable.Range(0, match.Groups.Count - 1).Select(place => match.Groups[$"v{place}"].Value)]);
        }
    }
}
