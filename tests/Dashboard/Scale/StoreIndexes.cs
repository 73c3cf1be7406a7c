using Npgsql;

namespace Cycle.Dashboard.Tests.Scale;

/// <summary>Takes indexes off tables while they are filled, and makes the same ones again.</summary>
/// <param name="database">The store.</param>
internal sealed class StoreIndexes(NpgsqlDataSource database)
{
    /// <summary>Drops every index of some tables that no foreign key needs.</summary>
    /// <returns>SQL that makes them again.</returns>
    public async Task<IReadOnlyList<string>> DropAsync(string[] tables)
    {
        var makes = new List<string>();
        foreach (var table in tables)
        {
            var constraints = await TextsAsync(
                database,
                $"""
                select format('%I|%s', conname, pg_get_constraintdef(oid)) from pg_constraint
                where conrelid = '{table}'::regclass and contype in ('p', 'u')
                  and not exists (select from pg_constraint f where f.confrelid = '{table}'::regclass and f.conindid = pg_constraint.conindid and f.contype = 'f')
                """);
            foreach (var constraint in constraints.Select(text => text.Split('|', 2)))
            {
                await ExecuteAsync($"alter table {table} drop constraint {constraint[0]}");
                makes.Add($"alter table {table} add constraint {constraint[0]} {constraint[1]}");
            }

            var indexes = await TextsAsync(
                database,
                $"""
                select format('%s|%s', indexrelid::regclass, pg_get_indexdef(indexrelid)) from pg_index
                where indrelid = '{table}'::regclass and not exists (select from pg_constraint where conindid = indexrelid)
                """);
            foreach (var index in indexes.Select(text => text.Split('|', 2)))
            {
                await ExecuteAsync($"drop index {index[0]}");
                makes.Add(index[1]);
            }
        }

        return makes;
    }

    /// <summary>Makes indexes again.</summary>
    public async Task MakeAsync(IReadOnlyList<string> makes)
    {
        foreach (var make in makes)
        {
            await ExecuteAsync(make);
        }
    }

    /// <summary>The first column of a query's rows.</summary>
    public static async Task<List<string>> TextsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
