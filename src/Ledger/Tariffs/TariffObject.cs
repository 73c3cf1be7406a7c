using System.Text.Json;

namespace Cycle.Ledger.Tariffs;

/// <summary>An object of a tariff file: reports repeated, unknown and missing names, so that no term is ever half read.</summary>
internal sealed class TariffObject
{
    private readonly Dictionary<string, TariffNode> _members = new(StringComparer.Ordinal);
    private readonly TariffNode _node;

    /// <summary>Reads the members of an object.</summary>
    /// <param name="node">The object; anything else is reported.</param>
    /// <param name="known">The names that may stand in it, or nothing when the names are data.</param>
    public TariffObject(TariffNode node, IReadOnlyCollection<string>? known)
    {
        _node = node;
        if (node.Kind != JsonValueKind.Object)
        {
            node.Report("an object", "Write { ... } here.");
            return;
        }

        IsObject = true;
        foreach (var property in node.Element.EnumerateObject())
        {
            Add(new(property.Value, $"{node.Path}.{property.Name}", node.Problems), property.Name, known);
        }
    }

    /// <summary>Whether it is an object at all; when not, that is the only problem reported.</summary>
    public bool IsObject { get; }

    /// <summary>The members in the file's order.</summary>
    public IEnumerable<KeyValuePair<string, TariffNode>> Members => _members;

    /// <summary>A member that must be there; its absence is reported.</summary>
    public TariffNode? Required(string name)
    {
        if (_members.TryGetValue(name, out var member))
        {
            return member;
        }

        if (IsObject)
        {
            _node.ReportMissing(name, $"Add \"{name}\"; every term must be stated.");
        }

        return null;
    }

    /// <summary>A member that may be left out.</summary>
    public TariffNode? Optional(string name) => _members.TryGetValue(name, out var member) ? member : null;

    private void Add(TariffNode member, string name, IReadOnlyCollection<string>? known)
    {
        if (known is not null && !known.Contains(name))
        {
            member.Report(
                $"one of {string.Join(", ", known)}", $"Remove \"{name}\", or correct its spelling: it would have no effect.");
        }
        else if (!_members.TryAdd(name, member))
        {
            member.Report($"\"{name}\" once", $"Keep one \"{name}\" and remove the other: which of them holds is not clear.");
        }
    }
}
