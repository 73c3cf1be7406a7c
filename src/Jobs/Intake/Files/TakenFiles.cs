using Npgsql;

namespace Cycle.Jobs.Intake.Files;

/// <summary>The tables that tell which files were taken in and which were refused.</summary>
internal static class TakenFiles
{
    /// <summary>A file of this name taken before, if any.</summary>
    public static async Task<(string Sha256, FileAlreadyTaken Outcome)?> FindAsync(
        NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select sha256, taken_at, business_date from files where file_name = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetString(0), new(name, reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateOnly>(2)))
            : null;
    }

    /// <summary>When each of these files was taken; those that were not are not in the answer.</summary>
    public static async Task<Dictionary<string, DateTimeOffset>> AmongAsync(
        NpgsqlDataSource db, string[] names, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await using var command = db.CreateCommand("select file_name, taken_at from files where file_name = any($1)");
        command.Parameters.Add(new() { Value = names });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            taken.Add(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1));
        }

        return taken;
    }

    /// <summary>Records a file as taken in.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection, IncomingName name, FileSurvey survey, DateOnly businessDate, FileTaken outcome, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into files (file_name, kind, file_date, sha256, business_date, rows, taken, rejected, amount_total, older, taken_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = name.Name },
                new() { Value = name.Kind.ToString().ToLowerInvariant() },
                new() { Value = (object?)name.Date ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date },
                new() { Value = survey.Sha256 },
                new() { Value = businessDate },
                new() { Value = outcome.Rows },
                new() { Value = outcome.Taken },
                new() { Value = outcome.Rejected },
                new() { Value = (object?)outcome.AmountTotal ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Numeric },
                new() { Value = outcome.Older },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Records a refusal, once for a content and a business date.</summary>
    public static async Task RefuseAsync(
        NpgsqlDataSource db, FileRefused refusal, string sha256, DateOnly businessDate, CancellationToken cancellationToken)
    {
        await using var command = db.CreateCommand(
            """
            insert into file_refusals (file_name, sha256, business_date, reason, refused_at) values ($1, $2, $3, $4, clock_timestamp())
            on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = refusal.FileName });
        command.Parameters.Add(new() { Value = sha256 });
        command.Parameters.Add(new() { Value = businessDate });
        command.Parameters.Add(new() { Value = refusal.Reason });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
