namespace Cycle.Dashboard.Tests.Scale;

/// <summary>One reading of a table inside of a query.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">The plan's node: Index Scan, Seq Scan, ...</param>
/// <param name="Index">The index; empty without one.</param>
/// <param name="Rows">Rows read.</param>
internal sealed record TableScan(string Table, string Kind, string Index, long Rows)
{
    /// <summary>Tables that grow with accounts, cycles or postings.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "accounts", "account_terms", "cards", "postings", "account_states", "statements", "rendered_statements", "messages", "message_events",
        "message_choices", "cancellations", "exceptions", "journal", "journal_heads", "openings", "rejects", "run_partitions", "set_aside_accounts",
    };

    /// <summary>Whether it reads the whole of a table that grows.</summary>
    public bool IsWhole => Kind == "Seq Scan" && Growing.Contains(Table);

    /// <inheritdoc/>
    public override string ToString() => Index.Length > 0 ? Index : $"{Table} ({Kind.ToLowerInvariant()})";
}
