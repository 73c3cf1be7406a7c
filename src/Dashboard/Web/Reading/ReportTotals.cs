using System.Text.Json;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>The counts and sums of a control report as a flat list, in its own order.</summary>
internal static class ReportTotals
{
    /// <summary>Every single value with its path; of a list, how long it is.</summary>
    public static OrderedDictionary<string, string> Of(string? report)
    {
        var totals = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (report is not null)
        {
            using var json = JsonDocument.Parse(report);
            Add(json.RootElement, "", totals);
        }

        return totals;
    }

    private static void Add(JsonElement element, string path, OrderedDictionary<string, string> totals)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", totals);
                }

                break;
            case JsonValueKind.Array:
                totals[path] = $"{element.GetArrayLength()}";
                break;
            default:
                totals[path] = element.ToString();
                break;
        }
    }
}
