using System.Text.Json;

namespace Cycle.Rendering.Messages;

/// <summary>How long messages may become, from <c>limits.json</c> beside the languages' folders.</summary>
/// <param name="Segments">Segments each template may take, by its name; 1 to 9.</param>
/// <param name="LeastMerchant">Characters of a longer merchant's name that should stay; where the wording leaves fewer, the short wording is taken.</param>
internal sealed record TemplateLimits(Dictionary<string, int> Segments, int LeastMerchant)
{
    internal const string FileName = "limits.json";
    private const int MostSegments = 9;
    private const int MostLetters = 60;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the limits; what is wrong with them is added to <paramref name="problems"/>, and null comes back.</summary>
    internal static TemplateLimits? Read(string folder, List<TemplateProblem> problems)
    {
        var path = Path.Combine(folder, FileName);
        const string expected = "{\"segments\": {\"due-notice\": 1, ...}, \"leastMerchant\": 8}";
        try
        {
            if (JsonSerializer.Deserialize<TemplateLimits>(File.ReadAllText(path), Strict) is { Segments: not null } limits)
            {
                var wrong = limits.Wrong(path).ToList();
                problems.AddRange(wrong);
                return wrong.Count == 0 ? limits : null;
            }

            problems.Add(new(path, 0, 0, "no limits", expected));
        }
        catch (JsonException fault)
        {
            problems.Add(new(path, (int)(fault.LineNumber + 1 ?? 0), 0, fault.Path is { Length: > 1 } at ? $"a value that does not fit at {at}" : "no such JSON", expected));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(path, 0, 0, "no file that can be read", expected));
        }

        return null;
    }

    private IEnumerable<TemplateProblem> Wrong(string path)
    {
        foreach (var name in TemplateNames.All.Select(name => name.File).Where(name => !Segments.ContainsKey(name)))
        {
            yield return new(path, 0, 0, $"no segments.{name}", $"1 to {MostSegments}");
        }

        foreach (var (name, most) in Segments.OrderBy(limit => limit.Key, StringComparer.Ordinal))
        {
            if (!TemplateNames.All.Any(known => known.File == name))
            {
                yield return new(path, 0, 0, $"segments.{name}", $"one of {string.Join(", ", TemplateNames.All.Select(known => known.File))}");
            }
            else if (most is < 1 or > MostSegments)
            {
                yield return new(path, 0, 0, $"segments.{name} {most}", $"1 to {MostSegments}");
            }
        }

        if (LeastMerchant is < 0 or > MostLetters)
        {
            yield return new(path, 0, 0, $"leastMerchant {LeastMerchant}", $"0 to {MostLetters}");
        }
    }
}
