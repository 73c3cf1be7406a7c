using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>Reads from the store what a night left to look at.</summary>
internal static class NightOutcomes
{
    public static async Task<NightOutcome> ReadAsync(NpgsqlDataSource database, ClaimedRun run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select (select coalesce(sum(rejected), 0)::bigint from files where business_date = $1),
                   (select count(*) from file_refusals where business_date = $1),
                   (select count(distinct account_id) from set_aside_accounts where run_id = $2)
            """);
        command.Parameters.Add(new() { Value = run.BusinessDate });
        command.Parameters.Add(new() { Value = run.RunId });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(1, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
