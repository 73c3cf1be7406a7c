using Npgsql;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>A database that can tell which of its tables are not as they were, and put them back.</summary>
internal sealed class FuzzStore
{
    /// <summary>Where refusals are recorded: the one table a refused file may change.</summary>
    public const string Refusals = "file_refusals";

    private readonly NpgsqlDataSource _db;
    private readonly string _fingerprints;
    private Dictionary<string, string> _kept = [];

    private FuzzStore(NpgsqlDataSource db, IEnumerable<string> tables)
    {
        _db = db;
        _fingerprints = string.Join(" union all ", tables.Select(table =>
            $"(select '{table}', coalesce(md5(string_agg(r::text, e'\\n' order by r::text)), '') from public.{table} r)"));
    }

    /// <summary>Keeps a copy of everything as it is now.</summary>
    public static async Task<FuzzStore> KeepAsync(NpgsqlDataSource db)
    {
        var tables = new List<string>();
        await using (var command = db.CreateCommand("select quote_ident(tablename) from pg_tables where schemaname = 'public'"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        await ExecuteAsync(db, "create schema kept;" + string.Concat(tables.Select(table => $"create table kept.{table} as table public.{table};")));
        var store = new FuzzStore(db, tables);
        store._kept = await store.FingerprintsAsync();
        return store;
    }

    /// <summary>The tables whose rows are not those that were kept.</summary>
    public async Task<List<string>> ChangedAsync()
    {
        var now = await FingerprintsAsync();
        return [.. now.Where(table => table.Value != _kept[table.Key]).Select(table => table.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>Puts these tables back.</summary>
    public async Task ResetAsync(IReadOnlyCollection<string> tables)
    {
        if (tables.Count > 0)
        {
            // Tables may refer to each other, in either order.
            await ExecuteAsync(_db, "begin; set local session_replication_role = replica;" + string.Concat(tables.Select(table =>
                $"delete from public.{table}; insert into public.{table} overriding system value table kept.{table};")) + "commit;");
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Dictionary<string, string>> FingerprintsAsync()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = _db.CreateCommand(_fingerprints);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0), reader.GetString(1));
        }

        return found;
    }
}
