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
