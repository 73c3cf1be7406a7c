using System.Text.Json;

namespace Cycle.Ledger.Tariffs;

/// <summary>Reads a term: its source and its values over time, dates strictly increasing so that exactly one value holds on any date.</summary>
internal sealed class TariffTermReader
{
    private static readonly string[] Names = ["source", "note", "values"];
    private static readonly string[] ValueNames = ["from", "value"];
    private readonly List<TariffTerm> _terms = [];

    /// <summary>Every term read so far, as written.</summary>
    public IReadOnlyList<TariffTerm> Terms => _terms;

    /// <summary>A term that must be there.</summary>
    public Dated<T> Required<T>(TariffObject parent, string name, Func<TariffNode, T> read) =>
        parent.Required(name) is { } node ? Read(node, read) : Placeholder<T>();

    /// <summary>A term from its node.</summary>
    public Dated<T> Read<T>(TariffNode node, Func<TariffNode, T> read)
    {
        var term = new TariffObject(node, Names);
        var source = term.Required("source") is { } text ? TariffValues.AnyText(text) : "";
        var note = term.Optional("note") is { } remark ? TariffValues.AnyText(remark) : "";
        var values = new List<DatedValue<T>>();
        var written = new List<DatedValue<string>>();
        if (term.Required("values") is { } list)
        {
            ReadValues(list, read, values, written);
        }

        _terms.Add(new(node.Path[2..], source, note, written));
        return values.Count == 0 ? Placeholder<T>() : new Dated<T>(values) { Source = source };
    }

    private static void ReadValues<T>(
        TariffNode list, Func<TariffNode, T> read, List<DatedValue<T>> values, List<DatedValue<string>> written)
    {
        if (list.Kind != JsonValueKind.Array || list.Element.GetArrayLength() == 0)
        {
            list.Report("a list of at least one { \"from\", \"value\" }", "State the value and the first day it holds.");
            return;
        }

        DateOnly? before = null;
        var index = 0;
        foreach (var element in list.Element.EnumerateArray())
        {
            var entry = new TariffObject(new(element, $"{list.Path}[{index++}]", list.Problems), ValueNames);
            var from = entry.Required("from") is { } date ? FromAfter(date, before) : null;
            before = from ?? before;
            if (entry.Required("value") is { } value)
            {
                values.Add(new(from ?? default, read(value)));
                written.Add(new(from ?? default, AsWritten(value.Element)));
            }
        }
    }

    private static DateOnly? FromAfter(TariffNode node, DateOnly? before)
    {
        var problems = node.Problems.Count;
        var from = TariffValues.Date(node);
        if (node.Problems.Count > problems)
        {
            return null;
        }

        if (from <= before)
        {
            node.Report(
                $"a date after {before:yyyy-MM-dd}", "Order the values by date and keep one for each date: they must not overlap.");
        }

        return from;
    }

    private static string AsWritten(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static Dated<T> Placeholder<T>() => new(new DatedValue<T>(default, default!));
}
