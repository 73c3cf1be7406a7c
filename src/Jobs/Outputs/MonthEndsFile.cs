using Cycle.Ledger.Collections;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>
/// Writes which accounts were behind at each calendar month-end, as a credit bureau asks for it (rules.md section 7): how many minimums
/// were overdue, what was missing, since when, and how many days past due that is. docs/month-ends.md describes the file.
/// </summary>
internal static class MonthEndsFile
{
    private const int AccountsAtOnce = 1000;

    /// <summary>Writes the month-ends of a range of business dates, each as of its own end; postings taken later change none of them.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="path">The file.</param>
    /// <param name="from">First business date.</param>
    /// <param name="to">Last business date.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection, string path, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var csv = new CsvOut(
            path, "date", "account_id", "overdue_cycles", "overdue_amount", "overdue_since", "days_past_due");
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (date.Day == DateTime.DaysInMonth(date.Year, date.Month))
            {
                await WriteAsync(connection, csv, date, cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(NpgsqlConnection connection, CsvOut csv, DateOnly date, CancellationToken cancellationToken)
    {
        var reader = new AccountCycleReader(connection, AsOf.EndOf(date));
        var after = "";
        while (true)
        {
            var batch = await reader.ReadAsync(Selection(after, date), cancellationToken);
            foreach (var account in batch)
            {
                if (Overdue.ArrearsOn(account.Cycle, date) is { } arrears)
                {
                    csv.Plain(date).Text(account.AccountId).Plain($"{arrears.State.Cycles}").Plain(arrears.State.Amount.ToString())
                        .Plain(arrears.Since).Plain($"{arrears.DaysPastDue}").EndRow();
                }
            }

            if (batch.Count < AccountsAtOnce)
            {
                return;
            }

            after = batch[^1].AccountId;
        }
    }

    /// <summary>Accounts whose last cut left a minimum that was due by then: most left none, and none of those is read.</summary>
    private static string Selection(string after, DateOnly date) =>
        $"""
        select a.account_id
        from accounts a
        join lateral (
            select s.state from account_states s
            where s.account_id = a.account_id and s.cut_date <= {Sql.Date(date)}
            order by s.cut_date desc limit 1) last on true
        where a.account_id > {Sql.Text(after)}
          and jsonb_path_exists(last.state, '$.buckets[*].effectiveDueDate ? (@ <= "{date:yyyy-MM-dd}")')
        order by a.account_id limit {AccountsAtOnce}
        """;
}
