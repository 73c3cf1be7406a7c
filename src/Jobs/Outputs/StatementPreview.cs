using Cycle.Jobs.Nights;
using Cycle.Jobs.Runs;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Statements;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>An issued statement as it can be drawn again, with whatever theme.</summary>
/// <param name="database">The store.</param>
public sealed class StatementPreview(NpgsqlDataSource database)
{
    /// <summary>The document of a statement.</summary>
    /// <param name="accountId">The account's token.</param>
    /// <param name="statementDate">The statement date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">There is no such statement.</exception>
    public async Task<StatementDocument> ReadAsync(string accountId, DateOnly statementDate, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        StoredStatement? found = null;
        var condition = $"s.statement_date = {Sql.Date(statementDate)} and s.account_id = {Sql.Text(accountId)}";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
        {
            found = stored;
        }

        return found is null
            ? throw new RefusedException($"Account {accountId} has no statement of {statementDate:yyyy-MM-dd}.")
            : StatementDocuments.Of(found, (await TariffRecord.ReadAsync(connection, found.TariffSha256, cancellationToken)).Tariff);
    }
}
