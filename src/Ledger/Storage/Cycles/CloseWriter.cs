using Cycle.Ledger.Storage.Copying;
using Npgsql;
using NpgsqlTypes;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Carries closed accounts back: statements and states by COPY, where the accounts stand by one set-based update.</summary>
/// <param name="connection">An open connection inside the partition's transaction.</param>
public sealed class CloseWriter(NpgsqlConnection connection)
{
    /// <summary>Writes one partition of closed accounts.</summary>
    /// <param name="closed">The accounts.</param>
    /// <param name="cut">The statement date.</param>
    /// <param name="tariffId">The tariff that computed them.</param>
    /// <param name="tariffSha256">Its hash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(
        IReadOnlyList<ClosedAccount> closed, DateOnly cut, string tariffId, string tariffSha256, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closed);
        await WriteStatesAsync(closed, cut, cancellationToken);
        await WriteStatementsAsync(closed, tariffId, tariffSha256, cancellationToken);
        await MoveAccountsAsync(closed, cut, cancellationToken);
    }

    private async Task WriteStatesAsync(IReadOnlyList<ClosedAccount> closed, DateOnly cut, CancellationToken cancellationToken)
    {
        await using var copy = await CopyIn.BeginAsync(
            connection, "copy account_states (account_id, cut_date, balance, state) from stdin (format binary)", columns: 4, cancellationToken);
        var rows = copy.Rows;
        foreach (var account in closed)
        {
            rows.StartRow();
            rows.Write(account.AccountId);
            rows.Write(cut);
            rows.Write(account.State.Balance.Satang);
            rows.Write(account.State, LedgerJson.Default.AccountState);
            await copy.FlushIfFullAsync(cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteStatementsAsync(
        IReadOnlyList<ClosedAccount> closed, string tariffId, string tariffSha256, CancellationToken cancellationToken)
    {
        await using var copy = await CopyIn.BeginAsync(
            connection,
            """
            copy statements (
                statement_date, account_id, due_date, previous_balance, payments, refunds, purchases, cash_advances, instalments,
                fees, interest, new_balance, minimum_payment, overdue_cycles, overdue_amount, available_credit, annual_rate,
                holder, lines, legs, tariff_id, tariff_sha256
            ) from stdin (format binary)
            """,
            columns: 22,
            cancellationToken);
        var rows = copy.Rows;
        foreach (var account in closed.Where(account => account.Statement is not null))
        {
            rows.StartRow();
            WriteStatement(rows, account);
            rows.Write(tariffId);
            rows.Write(tariffSha256);
            await copy.FlushIfFullAsync(cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static void WriteStatement(CopyRows row, ClosedAccount account)
    {
        var statement = account.Statement!;
        row.Write(statement.StatementDate);
        row.Write(statement.AccountId);
        row.Write(statement.DueDate);
        foreach (var amount in (ReadOnlySpan<Money>)
        [
            statement.PreviousBalance, statement.Payments, statement.Refunds, statement.Purchases, statement.CashAdvances,
            statement.Instalments, statement.Fees, statement.Interest, statement.NewBalance, statement.MinimumPayment,
        ])
        {
            row.Write(amount.Satang);
        }

        row.Write(statement.OverdueCycles);
        row.Write(statement.OverdueAmount.Satang);
        row.Write(account.AvailableCredit.Satang);
        row.Write(account.AnnualRate.BasisPoints);
        row.Write(account.Holder!, LedgerJson.Default.StatementHolder);
        row.Write(statement.Lines, LedgerJson.Default.IReadOnlyListStatementLine);
        row.Write(statement.InterestLegs, LedgerJson.Default.IReadOnlyListInterestLeg);
    }

    /// <summary>Nominal due dates of the statements before this one are kept while they lie ahead: their notices are still to be sent.</summary>
    private async Task MoveAccountsAsync(IReadOnlyList<ClosedAccount> closed, DateOnly cut, CancellationToken cancellationToken)
    {
        await using var update = new NpgsqlCommand(
            """
            update accounts a
            set last_cut = $1, due_date = c.due, effective_due_date = c.effective_due,
                last_movement = greatest(a.last_movement, c.moved), older_due_dates = c.older_due::date[],
                older_nominal_due_dates = case when a.due_date > $1 or a.older_nominal_due_dates is not null then (
                    select array_agg(distinct older.due order by older.due)
                    from unnest(a.older_nominal_due_dates || a.due_date) older (due)
                    where older.due > $1) end
            from unnest($2::text[], $3::date[], $4::date[], $5::date[], $6::text[])
                as c (account_id, due, effective_due, moved, older_due)
            where a.account_id = c.account_id
            """,
            connection);
        update.Parameters.Add(new() { Value = cut, NpgsqlDbType = NpgsqlDbType.Date });
        update.Parameters.Add(new() { Value = closed.Select(account => account.AccountId).ToArray() });
        foreach (var dates in (DateOnly?[][])
        [
            [.. closed.Select(account => account.State.LastStatement?.DueDate)],
            [.. closed.Select(account => account.State.LastStatement?.EffectiveDueDate)],
            [.. closed.Select(account => account.LastMovement)],
        ])
        {
            update.Parameters.Add(new() { Value = dates, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date });
        }

        update.Parameters.Add(new() { Value = closed.Select(OlderDueDates).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        var moved = await update.ExecuteNonQueryAsync(cancellationToken);
        if (moved != closed.Count)
        {
            throw new InvalidOperationException($"{closed.Count} accounts were closed but {moved} found to be moved on.");
        }
    }

    /// <summary>As an array literal; nothing for nearly every account.</summary>
    private static string? OlderDueDates(ClosedAccount account)
    {
        var dates = string.Join(',', account.State.OlderDueDatesToCome.Select(date => date.ToString("yyyy-MM-dd")));
        return dates.Length == 0 ? null : $"{{{dates}}}";
    }
}
