using Cycle.Jobs.Nights;
using Npgsql;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>A night that draws its statements one partition at a time, whenever a test lets it.</summary>
/// <param name="bench">The host and its store.</param>
internal sealed class NightGate(WebBench bench)
{
    /// <summary>Closes the gate: from now on a partition of drawing waits until it is let through.</summary>
    public Task CloseAsync() => bench.ExecuteAsync(
        """
        create table gate (let_through int not null);
        insert into gate values (0);
        create sequence at_gate;
        create function wait_at_gate() returns trigger language plpgsql as $$
        declare place bigint := nextval('at_gate'); begin
            while (select let_through from gate) < place loop perform pg_sleep(0.02); end loop;
            return null;
        end $$;
        create trigger gate before insert on rendered_statements for each statement execute function wait_at_gate();
        """);

    /// <summary>Lets so many partitions through in all.</summary>
    public Task LetThroughAsync(int partitions) => bench.ExecuteAsync($"update gate set let_through = {partitions}");

    public Task OpenAsync() => bench.ExecuteAsync("drop trigger gate on rendered_statements; update gate set let_through = 1000000");

    /// <summary>Begins the live night; with one worker partitions come to the gate in order.</summary>
    /// <param name="workers">Partitions worked on at once.</param>
    /// <param name="partition">Accounts a partition; statements are drawn a tenth as many at a time.</param>
    public Task BeginAsync(int workers = 1, int partition = 1000) => Task.Run(async () =>
    {
        await using var db = NpgsqlDataSource.Create(bench.Db.ConnectionString);
        await new NightRunner(db, WebBench.Settings() with { Workers = workers, PartitionSize = partition }, SilentProgress.Instance).RunAsync(Portfolio.Live, default);
    });
}
