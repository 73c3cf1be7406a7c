using System.Text.Json;

namespace Cycle.Jobs.Messages;

/// <summary>An object of a settings file while it is read: every value asked for once, whatever is wrong or left over becomes a problem with its place.</summary>
/// <param name="path">Where it stands, "$.kannel".</param>
/// <param name="json">The object.</param>
/// <param name="problems">Problems found so far.</param>
internal sealed class SettingsObject(string path, JsonElement json, List<string> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>A value that must be there, as <paramref name="read"/> understands it; null from it is a problem.</summary>
    public T? Need<T>(string name, string expected, Func<JsonElement, T?> read)
        where T : class
    {
        _asked.Add(name);
        if (!json.TryGetProperty(name, out var value))
        {
            problems.Add($"{path}.{name}: found nothing, expected {expected}");
            return null;
        }

        if (Try(value, read) is { } good)
        {
            return good;
        }

        problems.Add($"{path}.{name}: found {Shown(value)}, expected {expected}");
        return null;
    }

    /// <summary>The same for a value that may be left out or null.</summary>
    public T? May<T>(string name, string expected, Func<JsonElement, T?> read)
        where T : class
    {
        _asked.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Need(name, expected, read) : null;
    }

    /// <summary>A whole number, <paramref name="usual"/> when it is left out.</summary>
    public int Number(string name, int from, int to, int usual) =>
        May(name, $"a whole number from {from} to {to}", value => value.TryGetInt32(out var number) && number >= from && number <= to ? (object)number : null) is int given ? given : usual;

    /// <summary>An object, null when it is left out.</summary>
    public SettingsObject? Object(string name) =>
        May(name, "an object {...}", value => value.ValueKind == JsonValueKind.Object ? new SettingsObject($"{path}.{name}", value, problems) : null);

    /// <summary>Names every member that nobody asked for: a misspelt setting would otherwise do nothing.</summary>
    public void End()
    {
        foreach (var member in json.EnumerateObject().Where(member => !_asked.Contains(member.Name) && member.Name != "$schema"))
        {
            problems.Add($"{path}.{member.Name}: found a setting of this name, expected one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private static T? Try<T>(JsonElement value, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            return read(value);
        }
        catch (InvalidOperationException)
        {
            // A value of another kind than was asked for.
            return null;
        }
    }

    private static string Shown(JsonElement value)
    {
        const int most = 60;
        var text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length > most ? text[..most] + "..." : text;
    }
}
