using System.Text.Json;
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
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy account_states (account_id, cut_date, balance, state) from stdin (format binary)", cancellationToken);
        foreach (var account in closed)
        {
            rows.StartRow();
            rows.Write(account.AccountId, NpgsqlDbType.Text);
            rows.Write(cut, NpgsqlDbType.Date);
            rows.Write(account.State.Balance.Satang, NpgsqlDbType.Bigint);
            rows.Write(JsonSerializer.Serialize(account.State, LedgerJson.Default.AccountState), NpgsqlDbType.Jsonb);
        }

        await rows.CompleteAsync(cancellationToken);
    }

    private async Task WriteStatementsAsync(
        IReadOnlyList<ClosedAccount> closed, string tariffId, string tariffSha256, CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            """
            copy statements (
                statement_date, account_id, due_date, previous_balance, payments, refunds, purchases, cash_advances, instalments,
                fees, interest, new_balance, minimum_payment, overdue_cycles, overdue_amount, available_credit, annual_rate,
                holder, lines, legs, tariff_id, tariff_sha256
            ) from stdin (format binary)
            """,
            cancellationToken);
        foreach (var account in closed.Where(account => account.Statement is not null))
        {
            rows.StartRow();
            WriteStatement(rows, account);
            rows.Write(tariffId, NpgsqlDbType.Text);
            rows.Write(tariffSha256, NpgsqlDbType.Text);
        }

        await rows.CompleteAsync(cancellationToken);
    }

    private static void WriteStatement(NpgsqlBinaryImporter row, ClosedAccount account)
    {
        var statement = account.Statement!;
        row.Write(statement.StatementDate, NpgsqlDbType.Date);
        row.Write(statement.AccountId, NpgsqlDbType.Text);
        row.Write(statement.DueDate, NpgsqlDbType.Date);
        foreach (var amount in (ReadOnlySpan<Money>)
        [
            statement.PreviousBalance, statement.Payments, statement.Refunds, statement.Purchases, statement.CashAdvances,
            statement.Instalments, statement.Fees, statement.Interest, statement.NewBalance, statement.MinimumPayment,
        ])
        {
            row.Write(amount.Satang, NpgsqlDbType.Bigint);
        }

        row.Write(statement.OverdueCycles, NpgsqlDbType.Integer);
        row.Write(statement.OverdueAmount.Satang, NpgsqlDbType.Bigint);
        row.Write(account.AvailableCredit.Satang, NpgsqlDbType.Bigint);
        row.Write(account.AnnualRate.BasisPoints, NpgsqlDbType.Integer);
        row.Write(JsonSerializer.Serialize(account.Holder!, LedgerJson.Default.StatementHolder), NpgsqlDbType.Jsonb);
        row.Write(JsonSerializer.Serialize(statement.Lines, LedgerJson.Default.IReadOnlyListStatementLine), NpgsqlDbType.Jsonb);
        row.Write(JsonSerializer.Serialize(statement.InterestLegs, LedgerJson.Default.IReadOnlyListInterestLeg), NpgsqlDbType.Jsonb);
    }

    private async Task MoveAccountsAsync(IReadOnlyList<ClosedAccount> closed, DateOnly cut, CancellationToken cancellationToken)
    {
        await using var update = new NpgsqlCommand(
            """
            update accounts a
            set last_cut = $1, due_date = c.due, effective_due_date = c.effective_due,
                last_movement = greatest(a.last_movement, c.moved), older_due_dates = c.older_due::date[]
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
