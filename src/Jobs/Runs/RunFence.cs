using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Keeps what a run writes outside its partitions to the process that has the run.</summary>
internal static class RunFence
{
    /// <summary>
    /// Asked inside a transaction just before it is kept. The run's row is held until then: whoever takes the run over waits for this
    /// transaction and sees what it wrote, or was earlier and is seen.
    /// </summary>
    /// <exception cref="LeaseLostException">Another process has the run by now.</exception>
    public static async Task HoldAsync(NpgsqlConnection connection, ClaimedRun run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from runs where run_id = $1 and fencing_token = $2 for share", connection);
        command.Parameters.Add(new() { Value = run.RunId });
        command.Parameters.Add(new() { Value = run.FencingToken });
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            throw new LeaseLostException($"Run {run.RunId} was taken over by another process.");
        }
    }
}
