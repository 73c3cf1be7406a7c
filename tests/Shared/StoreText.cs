using Npgsql;

namespace Cycle.Tests.Shared;

/// <summary>The content of a store as text, whatever tables it has: for "nothing changed", "the same again" and "found nowhere".</summary>
internal static class StoreText
{
    /// <summary>Every row of every table.</summary>
    public static Task<SortedDictionary<string, string>> AllAsync(NpgsqlDataSource database) => ReadAsync(database, "true", "true");

    /// <summary>What the business sees: without the tables of runs, numbers the database gave, and clock times, which differ between two runs.</summary>
    public static Task<SortedDictionary<string, string>> OfBusinessAsync(NpgsqlDataSource database) => ReadAsync(
        database,
        "table_name not like 'run%' and table_name not like '\\_\\_%'",
        "data_type <> 'timestamp with time zone' and is_identity = 'NO'");

    private static async Task<SortedDictionary<string, string>> ReadAsync(NpgsqlDataSource database, string tables, string columns)
    {
        var queries = new List<(string Table, string Sql)>();
        await using (var command = database.CreateCommand(
            $"""
            select table_name, format(
                'select coalesce(string_agg(r::text, e''\n'' order by r::text), '''') from (select %s from %I) r',
                string_agg(quote_ident(column_name), ', ' order by ordinal_position), table_name)
            from information_schema.columns
            where table_schema = 'public' and {tables} and {columns}
            group by table_name
            """))
        {
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                queries.Add((row.GetString(0), row.GetString(1)));
            }
        }

        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, sql) in queries)
        {
            await using var command = database.CreateCommand(sql);
            content.Add(table, (string)(await command.ExecuteScalarAsync())!);
        }

        return content;
    }
}
