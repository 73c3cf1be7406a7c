using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Makes the rows of a run that is to be worked on. Asking again for the same run makes nothing.</summary>
public static class RunPlan
{
    /// <summary>Told when a run was planned, asked to stop, or ended; its payload is the run's number.</summary>
    public const string Channel = "cycle_runs";

    /// <summary>Makes a run and its steps, unless the run is there.</summary>
    /// <param name="connection">An open connection; the rows are part of its transaction.</param>
    /// <param name="job">What is run.</param>
    /// <param name="businessDate">The business date.</param>
    /// <param name="steps">The ordered steps of the job.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was made now.</returns>
    public static async Task<bool> MakeAsync(
        NpgsqlConnection connection, string job, DateOnly businessDate, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        await using var command = new NpgsqlCommand(
            """
            with made as (
                insert into runs (job, business_date, parameters, state, created_at)
                values ($1, $2, '', 'planned', now())
                on conflict (job, business_date, parameters) do nothing
                returning run_id),
            planned as (
                insert into run_steps (run_id, number, name, state)
                select made.run_id, step.number, step.name, 'planned'
                from made, unnest($3::text[]) with ordinality as step (name, number))
            select exists (select from made)
            """,
            connection);
        command.Parameters.Add(new() { Value = job });
        command.Parameters.Add(new() { Value = businessDate });
        command.Parameters.Add(new() { Value = steps.ToArray() });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
