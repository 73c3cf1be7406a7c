using Npgsql;
using NpgsqlTypes;

namespace Cycle.Jobs.Intake.Files;

/// <summary>Writes rejected rows.</summary>
internal static class RejectCopy
{
    private const string Into = "copy rejects (file_name, line, posting_id, reason, detail, business_date) from stdin (format binary)";

    /// <summary>Writes the rejected rows of a chunk.</summary>
    /// <param name="connection">The file's connection.</param>
    /// <param name="fileName">The file.</param>
    /// <param name="businessDate">The night that takes it.</param>
    /// <param name="rejects">Line, id and why, of each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        string fileName,
        DateOnly businessDate,
        IReadOnlyCollection<(long Line, string Id, Rejection Why)> rejects,
        CancellationToken cancellationToken)
    {
        if (rejects.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(Into, cancellationToken);
        foreach (var (line, id, why) in rejects)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(fileName, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(line, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(id, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(why.Reason, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(why.Detail, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(businessDate, NpgsqlDbType.Date, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
