using Cycle.Ledger.Postings;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>The trail of what people did: rows are only ever added, which the database itself sees to.</summary>
public static class Trail
{
    /// <summary>Adds a row, in the transaction of the work when the connection has one.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="person">Who.</param>
    /// <param name="action">What, such as <c>run.stop</c>.</param>
    /// <param name="subject">On what, such as <c>run 12</c>.</param>
    /// <param name="reason">Why, in the person's words.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task AddAsync(
        NpgsqlConnection connection, string person, string action, string subject, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await using var command = new NpgsqlCommand(
            "insert into trail (person, action, subject, reason) values ($1, $2, $3, $4)", connection);

        // Of long numbers in a subject only those that a card can have: an account may be called by another, and is to be told apart.
        foreach (var value in (ReadOnlySpan<string>)[person, action, CardNumberMask.Mask(subject), GivenReason.Kept(reason)])
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Adds a row by itself.</summary>
    public static async Task AddAsync(
        NpgsqlDataSource database, string person, string action, string subject, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await AddAsync(connection, person, action, subject, reason, cancellationToken);
    }
}
