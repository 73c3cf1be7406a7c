using Cycle.Ledger.Journal;
using Cycle.Ledger.Storage.Books;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Writes opened accounts as a close leaves them, without statements: the ordinary night goes on from there.</summary>
/// <param name="connection">An open connection inside the file's transaction.</param>
/// <param name="fileName">The file.</param>
/// <param name="businessDate">The night that takes it.</param>
public sealed class OpeningWriter(NpgsqlConnection connection, string fileName, DateOnly businessDate)
{
    /// <summary>Writes accounts: states, where they stand, postings, entries, and where it all came from.</summary>
    /// <param name="opened">The accounts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(IReadOnlyList<OpenedAccount> opened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opened);
        foreach (var together in opened.GroupBy(account => account.State.LastCut!.Value).OrderBy(group => group.Key))
        {
            // Statements of the other system stay with it: none is written, so no tariff of ours is named.
            await new CloseWriter(connection).WriteAsync(
                [.. together.Select(Closed)], together.Key, tariffId: "", tariffSha256: "", cancellationToken);
        }

        await new NightPostingWriter(connection).WriteAsync(
            fileName,
            [.. opened.SelectMany(account => account.Postings.Select(row => (account.AccountId, row.Posting, row.Line)))],
            cancellationToken);
        await new JournalWriter(connection).AppendAsync(
            [.. opened.Select(account =>
                (account.AccountId, (IReadOnlyList<JournalEntry>)[.. OpeningEntries.Of(account.State)]))],
            businessDate,
            cancellationToken);
        await WriteOriginAsync(opened, cancellationToken);
    }

    private static ClosedAccount Closed(OpenedAccount account) => new(
        account.AccountId, account.State, account.LastMovement, Statement: null, Holder: null, Money.Zero, AnnualRate: default);

    private async Task WriteOriginAsync(IReadOnlyList<OpenedAccount> opened, CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            """
            copy openings (account_id, business_date, cut_date, balance, plans_to_come, file_name, line)
            from stdin (format binary)
            """,
            cancellationToken);
        foreach (var account in opened)
        {
            rows.StartRow();
            rows.Write(account.AccountId, NpgsqlDbType.Text);
            rows.Write(businessDate, NpgsqlDbType.Date);
            rows.Write(account.State.LastCut!.Value, NpgsqlDbType.Date);
            rows.Write(account.State.Balance.Satang, NpgsqlDbType.Bigint);
            rows.Write(Money.Sum(account.State.Plans.Select(plan => plan.ToCome)).Satang, NpgsqlDbType.Bigint);
            rows.Write(fileName, NpgsqlDbType.Text);
            rows.Write(account.Line, NpgsqlDbType.Bigint);
        }

        await rows.CompleteAsync(cancellationToken);
    }
}
