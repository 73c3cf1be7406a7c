using Cycle.Jobs.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>Every statement names its tariff by hash; the file itself is kept so that it can be read years later.</summary>
public static class TariffRecord
{
    /// <summary>Keeps a tariff, unless the store has it.</summary>
    /// <param name="connection">An open connection; it is kept with its transaction.</param>
    /// <param name="tariff">The tariff.</param>
    /// <param name="businessDate">The first night that is computed by it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task KeepAsync(
        NpgsqlConnection connection, TariffText tariff, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into tariffs (tariff_id, sha256, content, first_used) values ($1, $2, $3, $4)
            on conflict (sha256) do nothing
            """,
            connection);
        command.Parameters.Add(new() { Value = tariff.Tariff.Id });
        command.Parameters.Add(new() { Value = tariff.Tariff.Sha256 });
        command.Parameters.Add(new() { Value = tariff.Json });
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The tariff that made a statement, by the hash the statement names.</summary>
    /// <exception cref="RefusedException">The store does not have it.</exception>
    internal static async Task<TariffText> ReadAsync(NpgsqlConnection connection, string sha256, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select content from tariffs where sha256 = $1", connection);
        command.Parameters.Add(new() { Value = sha256 });
        return await command.ExecuteScalarAsync(cancellationToken) is string content
            ? TariffText.Read(content)
            : throw new RefusedException($"The tariff with SHA-256 {sha256} is not kept in this store.");
    }

    /// <summary>The tariff that a run began with; null when its work has not begun.</summary>
    /// <param name="database">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TariffText?> OfRunAsync(NpgsqlDataSource database, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(
            "select t.content from runs r join tariffs t on t.sha256 = r.tariff_sha256 where r.run_id = $1");
        command.Parameters.Add(new() { Value = runId });
        return await command.ExecuteScalarAsync(cancellationToken) is string content ? TariffText.Read(content) : null;
    }
}
