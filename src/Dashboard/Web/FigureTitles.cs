namespace Cycle.Dashboard.Web;

/// <summary>What the figures of a statement are called on pages.</summary>
internal static class FigureTitles
{
    private static readonly OrderedDictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["previousBalance"] = "Previous balance",
        ["payments"] = "Payments",
        ["refunds"] = "Refunds and reversals",
        ["purchases"] = "Purchases",
        ["cashAdvances"] = "Cash advances",
        ["instalments"] = "Instalments",
        ["fees"] = "Fees",
        ["interest"] = "Interest",
        ["newBalance"] = "New balance",
        ["minimumPayment"] = "Minimum payment",
        ["overdueAmount"] = "Overdue amount",
        ["overdue"] = "Overdue",
        ["dueDate"] = "Due date",
    };

    /// <summary>Every title there is.</summary>
    public static IReadOnlyCollection<string> All => Titles.Values;

    /// <summary>The figures that are sums, in the order of a statement.</summary>
    public static IEnumerable<string> OfSums => Titles.Keys.Where(name => name is not ("overdue" or "dueDate"));

    /// <summary>A figure's title; its own name when it has none.</summary>
    public static string Of(string name) => Titles.GetValueOrDefault(name) ?? name;
}
