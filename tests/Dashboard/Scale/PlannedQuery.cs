using System.Text.Json;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>A query as the server ran it.</summary>
/// <param name="Sql">Its text, on one line.</param>
/// <param name="Scans">How each of its tables was read.</param>
/// <param name="Blocks">Blocks of 8 kB that were looked at, in memory or on disk.</param>
internal sealed record PlannedQuery(string Sql, IReadOnlyList<TableScan> Scans, long Blocks)
{
    /// <summary>Rows that were read, those that a condition then dropped included.</summary>
    public long Rows => Scans.Sum(scan => scan.Rows);

    /// <summary>A plan as auto_explain writes it.</summary>
    public static PlannedQuery Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var plan = document.RootElement.GetProperty("Plan");
        var scans = new List<TableScan>();
        Walk(plan, scans);
        var sql = string.Join(' ', document.RootElement.GetProperty("Query Text").GetString()!.Split(['\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return new(sql, scans, Number(plan, "Shared Hit Blocks") + Number(plan, "Shared Read Blocks"));
    }

    private static void Walk(JsonElement node, List<TableScan> scans)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        if (node.TryGetProperty("Relation Name", out var table) && kind != "ModifyTable")
        {
            scans.Add(new(table.GetString()!, kind, Index(node), RowsOf(node)));
        }

        if (node.TryGetProperty("Plans", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                Walk(child, scans);
            }
        }
    }

    /// <summary>The index of a scan; of a bitmap scan, that of the node below it.</summary>
    private static string Index(JsonElement node) =>
        node.TryGetProperty("Index Name", out var index) ? index.GetString()!
        : node.TryGetProperty("Plans", out var children) ? string.Join(" + ", children.EnumerateArray().Select(Index).Where(name => name.Length > 0))
        : "";

    private static long RowsOf(JsonElement node) => Number(node, "Actual Loops")
        * (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck"));

    private static long Number(JsonElement node, string name) => node.TryGetProperty(name, out var number) ? (long)number.GetDecimal() : 0;
}
