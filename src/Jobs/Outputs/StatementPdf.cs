using System.Security.Cryptography;
using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>One issued statement as a PDF: the file the night drew, else drawn again from what the store keeps of it.</summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder the nights write to.</param>
public sealed class StatementPdf(NpgsqlDataSource database, string output)
{
    /// <summary>The PDF's bytes.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when there is no such statement.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string accountId, DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var file = Path.Combine(output, StatementFiles.PathOf(accountId, statementDate));
        if (File.Exists(file))
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            if (await HashAsync(connection, accountId, statementDate, cancellationToken) == Convert.ToHexStringLower(SHA256.HashData(bytes)))
            {
                return bytes;
            }
        }

        return await DrawAsync(connection, accountId, statementDate, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>?> DrawAsync(
        NpgsqlConnection connection, string accountId, DateOnly statementDate, CancellationToken cancellationToken)
    {
        StoredStatement? found = null;
        var condition = $"s.account_id = {Sql.Text(accountId)} and s.statement_date = {Sql.Date(statementDate)}";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
        {
            found = stored;
        }

        if (found is null)
        {
            return null;
        }

        var tariff = (await TariffRecord.ReadAsync(connection, found.TariffSha256, cancellationToken)).Tariff;
        using var renderer = new StatementRenderer(Theme.InForce());
        return renderer.Render(StatementDocuments.Of(found, tariff)).Bytes;
    }

    private static async Task<string?> HashAsync(
        NpgsqlConnection connection, string accountId, DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select sha256 from rendered_statements where statement_date = $1 and account_id = $2", connection);
        command.Parameters.Add(new() { Value = statementDate });
        command.Parameters.Add(new() { Value = accountId });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}
