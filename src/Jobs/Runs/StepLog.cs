using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Runs;

/// <summary>The stored progress of a run's steps.</summary>
/// <param name="database">The store.</param>
/// <param name="run">The run.</param>
internal sealed class StepLog(NpgsqlDataSource database, ClaimedRun run)
{
    /// <summary>The numbers of the steps that are complete.</summary>
    public async Task<HashSet<short>> CompletedAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select number from run_steps where run_id = $1 and state = 'completed'");
        command.Parameters.Add(new() { Value = run.RunId });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new HashSet<short>();
        while (await rows.ReadAsync(cancellationToken))
        {
            numbers.Add(rows.GetInt16(0));
        }

        return numbers;
    }

    /// <summary>Marks a step as begun, for whoever watches; one that goes on after an interruption began when it first did.</summary>
    /// <exception cref="LeaseLostException">The run was taken over by another process.</exception>
    public async Task BeginAsync(short number, CancellationToken cancellationToken)
    {
        await using var command = Update("state = 'running', started_at = coalesce(s.started_at, now())", number);
        await MoveAsync(command, cancellationToken);
    }

    /// <summary>Marks a step that was begun complete.</summary>
    /// <exception cref="LeaseLostException">The run was taken over by another process.</exception>
    public async Task CompleteAsync(short number, string summary, CancellationToken cancellationToken)
    {
        await using var command = Update(
            """
            state = 'completed', ended_at = now(), units_done = s.units,
            result = coalesce(s.result, '{}') || jsonb_build_object('summary', $4::text)
            """,
            number);
        command.Parameters.Add(new() { Value = summary, NpgsqlDbType = NpgsqlDbType.Text });
        await MoveAsync(command, cancellationToken);
    }

    private NpgsqlCommand Update(string changes, short number)
    {
        var command = database.CreateCommand(
            $"""
            update run_steps s set {changes} from runs r
            where s.run_id = $1 and s.number = $2 and r.run_id = s.run_id and r.fencing_token = $3
            """);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = run.FencingToken });
        return command;
    }

    private async Task MoveAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
        }
    }
}
