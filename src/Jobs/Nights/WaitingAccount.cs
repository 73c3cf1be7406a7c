using Cycle.Jobs.Audit;
using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>An account that was set aside and waits: where it failed, and the nights it has missed since.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="FirstStep">The step it failed in, in the first of these runs.</param>
/// <param name="Runs">That run and every later one, in order of business date; all complete.</param>
internal sealed record WaitingAccount(string AccountId, int FirstStep, IReadOnlyList<long> Runs)
{
    /// <summary>Reads where an account stands.</summary>
    /// <exception cref="RefusedException">It does not wait, or a night since is not complete.</exception>
    public static async Task<WaitingAccount> ReadAsync(NpgsqlConnection connection, string accountId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with failed as (
                select r.business_date, s.step from set_aside_accounts s join runs r using (run_id)
                where s.account_id = $1 and s.resolved_at is null order by r.business_date, s.step limit 1)
            select r.run_id, r.business_date, r.state, failed.step
            from failed join runs r on r.job = $2 and r.parameters = '' and r.business_date >= failed.business_date and r.state <> 'planned'
            order by r.business_date
            """,
            connection);
        command.Parameters.Add(new() { Value = accountId });
        command.Parameters.Add(new() { Value = NightRunner.Job });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var (runs, step) = (new List<long>(), 0);
        while (await row.ReadAsync(cancellationToken))
        {
            if (row.GetString(2) != "completed")
            {
                throw new RefusedException(
                    $"The night of {row.GetFieldValue<DateOnly>(1):yyyy-MM-dd} is {row.GetString(2)}: let it complete first, see `cycle status`.");
            }

            runs.Add(row.GetInt64(0));
            step = row.GetInt16(3);
        }

        return runs.Count > 0
            ? new(accountId, step, runs)
            : throw new RefusedException($"Account {accountId} was not set aside, or was run since: there is nothing to run. See `cycle status`.");
    }

    /// <summary>Notes that it waits no longer, inside the transaction that runs its steps.</summary>
    public async Task ResolveAsync(NpgsqlConnection connection, string by, string resolution, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update set_aside_accounts set resolved_at = now(), resolved_by = $2, resolution = $3 where account_id = $1 and resolved_at is null",
            connection);
        command.Parameters.Add(new() { Value = AccountId });
        command.Parameters.Add(new() { Value = by });
        command.Parameters.Add(new() { Value = GivenReason.Kept(resolution) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps the error it failed with this time, after the transaction that tried was undone.</summary>
    public async Task NoteErrorAsync(NpgsqlConnection connection, string error, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update set_aside_accounts set error = $2, set_aside_at = now() where account_id = $1 and resolved_at is null", connection);
        command.Parameters.Add(new() { Value = AccountId });
        command.Parameters.Add(new() { Value = error });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
