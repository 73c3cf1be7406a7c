using System.Text.Json;

namespace Cycle.Ledger.Tariffs;

/// <summary>Reads single values of a tariff file. What cannot be read is reported and a placeholder given back: such a tariff is refused.</summary>
internal static class TariffValues
{
    private static readonly PercentRate Whole = new(10_000);

    public static Money Money(TariffNode node) => new(HundredthsOf(
        node, "baht as a string with at most two decimals (\"1000.00\")", "Write the amount in quotes, without separators or sign."));

    public static Money MoneyAboveZero(TariffNode node)
    {
        var before = node.Problems.Count;
        var money = Money(node);
        if (node.Problems.Count == before && !money.IsPositive)
        {
            node.Report("an amount above zero", "Leave the limit out where there is none.");
        }

        return money;
    }

    public static PercentRate Percent(TariffNode node) => PercentUpTo(node, Whole, "Correct the figure.");

    /// <summary>A percentage that the law caps.</summary>
    public static PercentRate PercentUnder(TariffNode node, PercentRate ceiling) =>
        PercentUpTo(node, ceiling, $"Lower it: the legal ceiling is {ceiling} percent.");

    public static int Whole1To(TariffNode node, int most)
    {
        if (node.Kind == JsonValueKind.Number && node.Element.TryGetInt32(out var value) && value >= 1 && value <= most)
        {
            return value;
        }

        node.Report($"a whole number from 1 to {most}", "Write the number without quotes and within its range.");
        return 1;
    }

    public static bool TrueOrFalse(TariffNode node)
    {
        if (node.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            node.Report("true or false", "Write true or false without quotes.");
        }

        return node.Kind == JsonValueKind.True;
    }

    public static T OneOf<T>(TariffNode node, IReadOnlyDictionary<string, T> values)
    {
        var expected = $"one of {string.Join(", ", values.Keys)}";
        if (node.Text(expected, "Use one of these words.") is { } text)
        {
            if (values.TryGetValue(text, out var value))
            {
                return value;
            }

            node.Report(expected, "Use one of these words.");
        }

        return values.Values.First();
    }

    public static string AnyText(TariffNode node)
    {
        const string Expected = "a text of 1 to 400 characters";
        var text = node.Text(Expected, "Write a short text in quotes.") ?? "";
        if (node.Kind == JsonValueKind.String && text.Length is < 1 or > 400)
        {
            node.Report(Expected, "Write a short text in quotes.");
        }

        return text;
    }

    public static DateOnly Date(TariffNode node)
    {
        const string Expected = "a date as yyyy-MM-dd, Common era";
        const string Remedy = "Write the first day the value holds.";
        if (node.Text(Expected, Remedy) is not { } text)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
        {
            node.Report(Expected, Remedy);
        }

        return date;
    }

    private static PercentRate PercentUpTo(TariffNode node, PercentRate most, string remedy)
    {
        var before = node.Problems.Count;
        var value = HundredthsOf(
            node, "percent as a string with at most two decimals (\"16.00\")", "Write the percentage in quotes, without a sign.");
        if (node.Problems.Count == before && value > most.BasisPoints)
        {
            node.Report($"at most {most} percent", remedy);
            return most;
        }

        return new((int)value);
    }

    private static long HundredthsOf(TariffNode node, string expected, string remedy)
    {
        if (node.Text(expected, remedy) is { } text)
        {
            if (Hundredths.TryParse(text, out var value))
            {
                return value;
            }

            node.Report(expected, remedy);
        }

        return 0;
    }
}
