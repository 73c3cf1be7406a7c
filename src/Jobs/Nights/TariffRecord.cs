using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Nights;

/// <summary>Every statement names its tariff by hash; the file itself is kept so that it can be read years later.</summary>
internal static class TariffRecord
{
    public static async Task KeepAsync(
        NpgsqlDataSource database, NightSettings settings, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into tariffs (tariff_id, sha256, content, first_used) values ($1, $2, $3, $4)
            on conflict (sha256) do nothing
            """);
        command.Parameters.Add(new() { Value = settings.Tariff.Id });
        command.Parameters.Add(new() { Value = settings.Tariff.Sha256 });
        command.Parameters.Add(new() { Value = settings.TariffJson });
        command.Parameters.Add(new() { Value = businessDate, NpgsqlDbType = NpgsqlDbType.Date });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
