using System.Runtime.CompilerServices;
using System.Text.Json;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Statements;

/// <summary>Reads issued statements by COPY, one at a time so that memory stays flat.</summary>
/// <param name="connection">An open connection used for nothing else meanwhile.</param>
public sealed class StatementReader(NpgsqlConnection connection)
{
    /// <summary>The statements that meet a condition, in order of account id and statement date.</summary>
    /// <param name="condition">SQL over the columns of <c>statements s</c>; made of constants, dates, numbers and quoted tokens only.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<StoredStatement> ReadAsync(string condition, CancellationToken cancellationToken) =>
        ReadFromAsync("statements s", condition, cancellationToken);

    /// <summary>The statements of one date of the accounts of a selection, in order of account id.</summary>
    /// <param name="selection">SQL that gives the column <c>account_id</c>, each account once.</param>
    /// <param name="date">The statement date.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<StoredStatement> ReadAsync(string selection, DateOnly date, CancellationToken cancellationToken) =>
        ReadFromAsync(Sql.OfEach(selection, "statements", "s", $"statement_date = {Sql.Date(date)}"), "true", cancellationToken);

    private async IAsyncEnumerable<StoredStatement> ReadFromAsync(
        string source, string condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryExportAsync(
            $"""
            copy (
                select s.account_id, s.statement_date, s.due_date, s.previous_balance, s.payments, s.refunds, s.purchases,
                       s.cash_advances, s.instalments, s.fees, s.interest, s.new_balance, s.minimum_payment, s.overdue_cycles,
                       s.overdue_amount, s.lines::text, s.legs::text, s.holder::text, s.available_credit, s.annual_rate,
                       s.tariff_id, s.tariff_sha256, earlier.dates, earlier.amounts
                from {source}
                cross join lateral (
                    select coalesce(array_agg(e.statement_date order by e.statement_date), array[]::date[]) as dates,
                           coalesce(array_agg(e.purchases + e.cash_advances + e.instalments order by e.statement_date), array[]::bigint[]) as amounts
                    from statements e
                    where e.account_id = s.account_id
                      and e.statement_date between (date_trunc('month', s.statement_date::timestamp) - interval '5 months')::date and s.statement_date
                ) earlier
                where {condition}
                order by s.account_id, s.statement_date
            ) to stdout (format binary)
            """,
            cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            yield return Read(rows);
        }
    }

    private static StoredStatement Read(NpgsqlBinaryExporter row)
    {
        var statement = new Statement(
            AccountId: row.Read<string>(),
            StatementDate: row.Read<DateOnly>(),
            DueDate: row.Read<DateOnly>(),
            PreviousBalance: new(row.Read<long>()),
            Payments: new(row.Read<long>()),
            Refunds: new(row.Read<long>()),
            Purchases: new(row.Read<long>()),
            CashAdvances: new(row.Read<long>()),
            Instalments: new(row.Read<long>()),
            Fees: new(row.Read<long>()),
            Interest: new(row.Read<long>()),
            NewBalance: new(row.Read<long>()),
            MinimumPayment: new(row.Read<long>()),
            OverdueCycles: row.Read<int>(),
            OverdueAmount: new(row.Read<long>()),
            Lines: JsonSerializer.Deserialize(Json(row), LedgerJson.Default.ListStatementLine)!,
            InterestLegs: JsonSerializer.Deserialize(Json(row), LedgerJson.Default.ListInterestLeg)!);
        var holder = JsonSerializer.Deserialize(Json(row), LedgerJson.Default.StatementHolder)!;
        var (available, rate) = (new Money(row.Read<long>()), new PercentRate(row.Read<int>()));
        var (tariffId, tariffSha256) = (row.Read<string>(), row.Read<string>());
        return new(statement, holder, available, rate, Spending(row.Read<DateOnly[]>(), row.Read<long[]>()), tariffId, tariffSha256);
    }

    private static List<CycleSpending> Spending(DateOnly[] dates, long[] amounts) =>
        [.. dates.Zip(amounts, (date, amount) => new CycleSpending(date, new(amount)))];

    private static string Json(NpgsqlBinaryExporter row) => row.Read<string>(NpgsqlDbType.Text);
}
