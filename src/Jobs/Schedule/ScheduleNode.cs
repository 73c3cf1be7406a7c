using System.Text.Json;
using Cycle.Ledger;

namespace Cycle.Jobs.Schedule;

/// <summary>A value of a schedule file, where it stands, and the list that problems are added to. What cannot be read is reported, and a placeholder given back.</summary>
internal readonly record struct ScheduleNode(JsonElement Element, string Path, List<FileProblem> Problems)
{
    private const int LongestExcerpt = 60;

    /// <summary>The members of an object; repeated, unknown and missing names are reported, so that no term is ever half read.</summary>
    /// <param name="required">Names that must stand in it.</param>
    /// <param name="optional">Names that may.</param>
    public Dictionary<string, ScheduleNode> Members(IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        var members = new Dictionary<string, ScheduleNode>(StringComparer.Ordinal);
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Report("an object", "Write { ... } here.");
            return members;
        }

        foreach (var property in Element.EnumerateObject())
        {
            var member = new ScheduleNode(property.Value, $"{Path}.{property.Name}", Problems);
            if (!required.Contains(property.Name) && !optional.Contains(property.Name))
            {
                member.Report(
                    $"one of {string.Join(", ", [.. required, .. optional])}", $"Remove \"{property.Name}\", or correct its spelling: it would have no effect.");
            }
            else if (!members.TryAdd(property.Name, member))
            {
                member.Report($"\"{property.Name}\" once", "Keep one and remove the other: which of them holds is not clear.");
            }
        }

        foreach (var name in required.Where(name => !members.ContainsKey(name)))
        {
            Problems.Add(new($"{Path}.{name}", "nothing", "a value", $"Add \"{name}\": a schedule says everything itself."));
        }

        return members;
    }

    /// <summary>One of some words.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words)
    {
        if (Element.ValueKind == JsonValueKind.String && words.TryGetValue(Element.GetString()!, out var value))
        {
            return value;
        }

        Report($"one of {string.Join(", ", words.Keys.Select(word => $"\"{word}\""))}", "Use one of these words.");
        return words.Values.First();
    }

    /// <summary>A time of day, or a duration below a day, in hours and minutes.</summary>
    public TimeOnly HoursAndMinutes(string expected)
    {
        if (Element.ValueKind == JsonValueKind.String && TimeOnly.TryParseExact(Element.GetString(), "HH:mm", out var time))
        {
            return time;
        }

        Report(expected, "Write two digits, a colon and two digits in quotes.");
        return default;
    }

    /// <summary>A date of this century: a year of the Buddhist era is a slip that would never fire.</summary>
    public DateOnly? Date()
    {
        if (Element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Element.GetString(), "yyyy-MM-dd", out var date)
            && date.Year is >= 2000 and < 2100)
        {
            return date;
        }

        Report("a date as yyyy-MM-dd, Common era, 2000 to 2099", "Write the first business date, or leave it out.");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool TrueOrFalse()
    {
        if (Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Report("true or false", "Write true or false without quotes.");
        }

        return Element.ValueKind == JsonValueKind.True;
    }

    /// <summary>Adds a problem at this place.</summary>
    public void Report(string expected, string remedy)
    {
        var raw = Element.GetRawText().ReplaceLineEndings(" ");
        Problems.Add(new(Path, raw.Length <= LongestExcerpt ? raw : raw[..LongestExcerpt] + "...", expected, remedy));
    }
}
