namespace Cycle.Dashboard.Web.Reading;

/// <summary>What the steps of a night are called on pages.</summary>
internal static class StepTitles
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["intake"] = "Take in files",
        ["cancellations"] = "Cancel dormant cards",
        ["card-fees"] = "Card fees",
        ["collection-fees"] = "Collection fees",
        ["limits"] = "Credit limits",
        ["notices"] = "Due notices",
        ["alerts"] = "Alerts",
        ["journal"] = "Journal of the day",
        ["close"] = "Close cycles",
        ["render"] = "Draw statements",
        ["send"] = "Hand over messages",
        ["report"] = "Prove and report",
    };

    /// <summary>Every title there is.</summary>
    public static IReadOnlyCollection<string> All => Titles.Values;

    /// <summary>A step's title; its own name when it has none.</summary>
    public static string Of(string name) => Titles.GetValueOrDefault(name, name);
}
