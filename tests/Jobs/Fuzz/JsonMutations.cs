using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Makes a JSON file wrong: some of its values, its shape, or its bytes.</summary>
internal static class JsonMutations
{
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    // What no serializer writes and every reader meets some day.
    private static readonly (string Placeholder, string Raw)[] Raws =
    [
        ("\"raw-0\"", "\"\\ud800\""), ("\"raw-1\"", "1e400"), ("\"raw-2\"", "-0.0"), ("\"raw-3\"", "123456789012345678901234567890"), ("\"raw-4\"", "\"\\u0000\""),
        ("\"raw-5\"", "1.0"), ("\"raw-6\"", "1e2"), ("\"raw-7\"", "\"\\uDFFF\\uD83D\""), ("\"raw-8\"", new string('[', 80) + new string(']', 80)), ("\"raw-9\"", "01"),
    ];

    /// <summary>A copy with one to three things changed.</summary>
    public static byte[] Of(byte[] valid, Dice dice)
    {
        if (dice.OneIn(3))
        {
            return ByteMutations.Of(valid, dice);
        }

        var root = JsonNode.Parse(valid)!;
        for (var changes = 1 + dice.Below(3); changes > 0; changes--)
        {
            root = Change(root, dice);
        }

        var text = root?.ToJsonString(AsTyped) ?? "null";
        foreach (var (placeholder, raw) in Raws)
        {
            text = text.Replace(placeholder, raw, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static JsonNode Change(JsonNode root, Dice dice)
    {
        var nodes = Below(root).ToList();
        if (nodes.Count == 0)
        {
            return Odd(dice) ?? JsonValue.Create(false);
        }

        var (parent, place) = dice.Of(nodes);
        switch (parent)
        {
            case JsonObject owner:
                ChangeProperty(owner, (string)place, dice.Of(nodes), dice);
                break;
            case JsonArray list when dice.OneIn(3):
                list.RemoveAt((int)place);
                break;
            case JsonArray list when dice.OneIn(3):
                list.Insert((int)place, list[(int)place]?.DeepClone());
                break;
            case JsonArray list:
                list[(int)place] = Odd(dice);
                break;
        }

        return root;
    }

    private static void ChangeProperty(JsonObject owner, string name, (JsonNode Parent, object Place) other, Dice dice)
    {
        var value = owner[name];
        switch (dice.Below(6))
        {
            case 0:
                owner.Remove(name);
                break;
            case 1:
                owner.Remove(name);
                owner[dice.Of(name.ToUpperInvariant(), name + " ", "raw-0", "", OddCells.Any(dice))] = value;
                break;
            case 2:
                owner[name] = (other.Place is int at ? other.Parent[at] : other.Parent[(string)other.Place])?.DeepClone();
                break;
            case 3:
                owner[OddCells.Any(dice)] = value?.DeepClone();
                break;
            default:
                owner[name] = Odd(dice);
                break;
        }
    }

    private static JsonNode? Odd(Dice dice) => dice.Below(8) switch
    {
        0 => null,
        1 => dice.OneIn(2),
        2 => dice.Below(100_000),
        3 => new JsonArray(),
        4 => new JsonObject(),
        5 => $"raw-{dice.Below(Raws.Length)}",
        _ => OddCells.Any(dice),
    };

    /// <summary>Every value below a node, as its parent and its name or index there.</summary>
    private static IEnumerable<(JsonNode Parent, object Place)> Below(JsonNode node) => node switch
    {
        JsonObject owner => owner.SelectMany(property =>
            (property.Value is null ? [] : Below(property.Value)).Prepend((node, property.Key))),
        JsonArray list => list.SelectMany((value, at) => (value is null ? [] : Below(value)).Prepend((node, (object)at))),
        _ => [],
    };
}
