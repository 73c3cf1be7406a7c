using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>A run as its row tells it, held for this transaction.</summary>
/// <param name="RunId">Its number.</param>
/// <param name="State">planned, running, stopping, stopped, failed or completed.</param>
/// <param name="Owner">The process that plans it, or did last.</param>
/// <param name="IsSilent">Whether that process has not said for a whole lease that it is alive; a word from the future, left by a clock that was set back, counts for nothing.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="TariffSha256">The tariff it began with.</param>
internal sealed record FoundRun(
    long RunId, string State, string? Owner, bool IsSilent, DateTime? EndedAt, int Attempts, string? TariffSha256)
{
    /// <summary>Whether a process that lives works on it.</summary>
    public bool IsAtWork => State is "running" or "stopping" && !IsSilent && !WorkerName.IsGone(Owner ?? "");

    /// <summary>Refuses unless the run may be claimed.</summary>
    /// <exception cref="RefusedException">It is complete, somebody works on it, or it began with another tariff.</exception>
    public void RequireFree(string job, DateOnly businessDate, RunTerms terms)
    {
        if (State == "completed")
        {
            throw new RefusedException($"{job} of {businessDate:yyyy-MM-dd} is already complete: it ended at {EndedAt:yyyy-MM-dd HH:mm:ss} UTC. Nothing was done.");
        }

        if (IsAtWork)
        {
            throw new RefusedException(
                $"{job} of {businessDate:yyyy-MM-dd} is being worked on by {Owner}. Wait for it, or see `cycle status`.");
        }

        if (TariffSha256 is { } began && began != terms.TariffSha256)
        {
            throw new RefusedException(
                $"{job} of {businessDate:yyyy-MM-dd} began with the tariff of SHA-256 {began[..12]}..., and this one has {terms.TariffSha256[..12]}.... " +
                "One night is computed by one tariff: give the tariff it began with, or `cycle resume`, which takes it from the store.");
        }
    }

    /// <summary>Reads and holds the run of a job and date.</summary>
    public static Task<FoundRun> ReadAsync(NpgsqlConnection connection, string job, DateOnly businessDate, CancellationToken cancellationToken) =>
        ReadAsync(connection, "job = $2 and business_date = $3 and parameters = ''", [job, businessDate], cancellationToken)!;

    /// <summary>Reads and holds a run by its number; null when there is none.</summary>
    public static Task<FoundRun?> ReadAsync(NpgsqlConnection connection, long runId, CancellationToken cancellationToken) =>
        ReadAsync(connection, "run_id = $2", [runId], cancellationToken);

    private static async Task<FoundRun?> ReadAsync(
        NpgsqlConnection connection, string which, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select run_id, state, owner, coalesce(heartbeat_at not between now() - $1::interval and now() + $1::interval, true), ended_at, attempts, tariff_sha256
            from runs where {which} for update
            """,
            connection);
        command.Parameters.Add(new() { Value = RunClaims.Lease });
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(
                row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3),
                row.IsDBNull(4) ? null : row.GetDateTime(4), row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6))
            : null;
    }
}
