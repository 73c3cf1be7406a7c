using Cycle.Jobs.Runs;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Acts that change one row or are refused, each with its entry in the trail, in one transaction.</summary>
/// <param name="database">The store.</param>
internal sealed class TrailedActs(NpgsqlDataSource database)
{
    /// <summary>Does one.</summary>
    /// <param name="sql">The statement; changes one row when the act may be done.</param>
    /// <param name="values">Its values.</param>
    /// <param name="refusal">Words for when it changes none.</param>
    /// <param name="deed">What goes into the trail.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException">It changed no row; nothing was done.</exception>
    public async Task DoAsync(string sql, object[] values, string refusal, Deed deed, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new RefusedException(refusal);
        }

        await Trail.AddAsync(connection, deed.Who, deed.Action, deed.Subject, deed.Reason, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
