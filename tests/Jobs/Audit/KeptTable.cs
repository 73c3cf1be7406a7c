using Cycle.Jobs.Tests.Nights;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>A table that a test alters: put back as it was when disposed.</summary>
internal sealed class KeptTable : IAsyncDisposable
{
    private readonly NightBench _bench;
    private readonly string _table;

    private KeptTable(NightBench bench, string table) => (_bench, _table) = (bench, table);

    public static async Task<KeptTable> OfAsync(NightBench bench, string table)
    {
        await bench.ExecuteAsync($"create schema if not exists kept; create table kept.{table} as table {table}");
        return new(bench, table);
    }

    public async ValueTask DisposeAsync() =>
        await _bench.ExecuteAsync($"truncate {_table}; insert into {_table} select * from kept.{_table}; drop table kept.{_table}");
}
