using System.Data;
using Cycle.Ledger;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>The two sums that must agree every night, each taken from its own rows.</summary>
/// <param name="Debits">All debits ever booked.</param>
/// <param name="Credits">All credits ever booked.</param>
/// <param name="Receivables">Net debit of the receivables and customer credit, by the journal.</param>
/// <param name="Balances">
/// Sum of all account balances, by states and postings, never by the journal; of an account that was set aside and waits for a person,
/// whose steps are not run, what is booked.
/// </param>
internal sealed record Proof(Money Debits, Money Credits, Money Receivables, Money Balances)
{
    /// <summary>Reads both sums as they stand.</summary>
    public static Task<Proof> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ProofQuery.RunAsync(connection, AsOf.Now, "true", cancellationToken);

    /// <summary>Reads both sums as they stood at the end of a business date.</summary>
    public static Task<Proof> ReadAsync(NpgsqlConnection connection, DateOnly date, CancellationToken cancellationToken) =>
        ProofQuery.RunAsync(connection, AsOf.EndOf(date), $"business_date <= {Sql.Date(date)}", cancellationToken);

    /// <summary>
    /// Reads both sums as they must agree at any moment: as they stand, or, while a night is open that has taken postings in and has not
    /// closed the books over them, as they stood at the end of the night before it.
    /// </summary>
    /// <returns>Null when no night is complete: nothing has been closed yet.</returns>
    public static async Task<Proof?> ReadClosedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // One view of the store for all queries: a night may begin between them, or an account be run that was set aside.
        await using var view = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await LastClosedAsync(connection, cancellationToken) switch
        {
            (null, _) => null,
            ({ } date, true) => await ReadAsync(connection, date, cancellationToken),
            _ => await ReadAsync(connection, cancellationToken),
        };
    }

    private static async Task<(DateOnly? Date, bool IsNextOpen)> LastClosedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select max(business_date) filter (where state = 'completed'), coalesce(bool_or(state <> 'completed' and started_at is not null), false)
            from runs where job = $1
            """,
            connection);
        command.Parameters.Add(new() { Value = NightRunner.Job });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.IsDBNull(0) ? null : row.GetFieldValue<DateOnly>(0), row.GetBoolean(1));
    }

    /// <summary>Fails the night when the sums do not agree.</summary>
    /// <exception cref="InvalidOperationException">They do not agree.</exception>
    public void Check(DateOnly date)
    {
        if (Debits != Credits)
        {
            throw new InvalidOperationException(
                $"The trial balance of {date:yyyy-MM-dd} does not balance: debits {Debits}, credits {Credits}. Run `cycle verify`.");
        }

        if (Receivables != Balances)
        {
            throw new InvalidOperationException(
                $"The proof of {date:yyyy-MM-dd} fails: the journal's receivables are {Receivables}, the account balances {Balances}. " +
                "Run `cycle verify`.");
        }
    }
}
