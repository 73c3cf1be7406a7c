using Cycle.Ledger.Accounts;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>
/// Statements whose due dates lay ahead when the account was cut again: its statement day moved, or its product has other due days. Nearly
/// no account has one.
/// </summary>
internal static class EarlierStatements
{
    /// <summary>
    /// Days from a statement to its nominal due date, at most (rules.md section 1). It is the greatest number any tariff can have, not the
    /// greatest of the night's own: the statement may have been made by another tariff, which need not be read to be sure of this.
    /// </summary>
    private const int LongestTimeToPay = Product.MostDueDays;

    /// <summary>
    /// Of the partition's accounts with such a statement that is told of: their cycles counted from each cut before the last that may have
    /// made it, latest cut first.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, List<AccountCycle>>> ReadAsync(
        PartitionWork work, NoticedStatements noticed, CancellationToken cancellationToken)
    {
        var cycles = new Dictionary<string, List<AccountCycle>>(StringComparer.Ordinal);
        foreach (var together in (await CutsAsync(work, noticed, cancellationToken)).GroupBy(cut => cut.Date).OrderByDescending(cut => cut.Key))
        {
            var since = new AccountCycleReader(work.Connection, AsOf.Since(together.Key, work.Night.Date));
            foreach (var account in await since.ReadAsync([.. together.Select(cut => cut.AccountId)], cancellationToken))
            {
                if (!cycles.TryGetValue(account.AccountId, out var ofAccount))
                {
                    cycles.Add(account.AccountId, ofAccount = []);
                }

                ofAccount.Add(account.Cycle);
            }
        }

        return cycles;
    }

    private static async Task<List<(string AccountId, DateOnly Date)>> CutsAsync(
        PartitionWork work, NoticedStatements noticed, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select a.account_id, s.cut_date
            from {Sql.OfEach(work.Selection, "accounts", "a", noticed.AnyOlder)}
            cross join lateral (
                select cut_date from account_states
                where account_id = a.account_id and cut_date < a.last_cut and cut_date >= {Sql.Date(noticed.First.AddDays(-LongestTimeToPay))}
                offset 0) s
            """,
            work.Connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var cuts = new List<(string, DateOnly)>();
        while (await row.ReadAsync(cancellationToken))
        {
            cuts.Add((row.GetString(0), row.GetFieldValue<DateOnly>(1)));
        }

        return cuts;
    }
}
