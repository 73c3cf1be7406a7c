namespace Cycle.Rendering.Messages;

/// <summary>The wordings of one language.</summary>
internal sealed class TemplateSet
{
    private readonly Dictionary<TemplateName, MessageWording> _wordings = [];

    internal MessageWording this[TemplateName name] => _wordings[name];

    /// <summary>Reads one language's folder; everything wrong in it is added to <paramref name="problems"/>.</summary>
    internal static TemplateSet Read(string folder, TemplateLimits? limits, List<TemplateProblem> problems)
    {
        var set = new TemplateSet();
        foreach (var name in TemplateNames.All)
        {
            var usual = MessageTemplate.Read(Path.Combine(folder, $"{name.File}.txt"), name.Values, problems);
            var shorter = Path.Combine(folder, $"{name.File}.short.txt");
            var brief = File.Exists(shorter) ? MessageTemplate.Read(shorter, name.Values, problems) : null;
            if (usual is not null && limits is not null)
            {
                set._wordings.Add(name, new(usual, brief, limits.Segments[name.File], limits.LeastMerchant));
            }
        }

        problems.AddRange(Strangers(folder));
        return set;
    }

    /// <summary>A misspelt file name would otherwise be a wording that is never used.</summary>
    private static IEnumerable<TemplateProblem> Strangers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var known = TemplateNames.All.SelectMany(name => (string[])[$"{name.File}.txt", $"{name.File}.short.txt"]).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.txt").Where(file => !known.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal)
            .Select(file => new TemplateProblem(file, 0, 0, "a template of no message", $"one of {string.Join(", ", TemplateNames.All.Select(name => name.File + ".txt"))}, or .short.txt"));
    }
}
