using Cycle.Jobs.Releases;
using Cycle.Ledger.Billing;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Cycle.Ledger.Storage.Statements;
using Cycle.Ledger.Tariffs;
using Npgsql;

namespace Cycle.Jobs.Outputs;

/// <summary>Writes the output files of files.md for a range of business dates; statements that wait for release or are held back are left out.</summary>
/// <param name="database">The store.</param>
/// <param name="tariff">The tariff, for interest accrued in the balances.</param>
public sealed class Exporter(NpgsqlDataSource database, Tariff tariff)
{
    private const int AccountsAtOnce = 1000;
    private static readonly System.Text.UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes every output file into a folder, which is made when missing; existing files are replaced.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="from">First business date.</param>
    /// <param name="to">Last business date; balances are as of the end of it.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(string directory, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        await using var connection = await WholePortfolio.OpenAsync(database, cancellationToken);
        foreach (var (fileName, sql) in OutputQueries.All(from, to))
        {
            await CopyAsync(connection, sql, Path.Combine(directory, fileName), cancellationToken);
        }

        await WriteStatementsAsync(connection, Path.Combine(directory, "statements.json"), from, to, cancellationToken);
        await WriteBalancesAsync(connection, Path.Combine(directory, "balances.csv"), to, cancellationToken);
        await MonthEndsFile.WriteAsync(connection, Path.Combine(directory, "month-ends.csv"), from, to, cancellationToken);
        await ControlReportFile.WriteAsync(connection, Path.Combine(directory, "control-report.json"), from, to, cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string sql, string path, CancellationToken cancellationToken)
    {
        using var rows = await connection.BeginTextExportAsync(
            $"copy ({sql}) to stdout (format csv, header)", cancellationToken);
        await using var file = new StreamWriter(path, append: false, Utf8);
        var buffer = new char[1 << 14];
        int read;
        while ((read = await rows.ReadBlockAsync(buffer, cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private static async Task WriteStatementsAsync(
        NpgsqlConnection connection, string path, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var json = new StatementsJson(path);
        var condition = $"s.statement_date between {Sql.Date(from)} and {Sql.Date(to)} and {ReleaseRules.StatementMayGo("s")}";
        await foreach (var stored in new StatementReader(connection).ReadAsync(condition, cancellationToken))
        {
            json.Add(stored.Statement);
        }
    }

    private async Task WriteBalancesAsync(
        NpgsqlConnection connection, string path, DateOnly date, CancellationToken cancellationToken)
    {
        await using var csv = new CsvOut(
            path, "account_id", "balance", "billed", "unbilled", "accrued_interest", "credit_limit", "available");
        var reader = new AccountCycleReader(connection, AsOf.EndOf(date));
        var after = "";
        while (true)
        {
            // By key, not by offset: every batch costs the same, however many accounts there are.
            var batch = await reader.ReadAsync(
                $"""
                select account_id from accounts
                where account_id > {Sql.Text(after)} and first_date <= {Sql.Date(date)}
                order by account_id limit {AccountsAtOnce}
                """,
                cancellationToken);
            foreach (var account in batch)
            {
                var position = Positions.On(account.Cycle, date);
                var limit = account.Cycle.Account.CreditLimit;
                csv.Text(account.AccountId).Plain(position.Balance.ToString()).Plain(position.Billed.ToString())
                    .Plain(position.Unbilled.ToString()).Plain(Positions.AccruedInterest(account.Cycle, date, tariff).ToString()).Plain(limit.ToString())
                    .Plain(position.Available(limit).ToString()).EndRow();
            }

            if (batch.Count < AccountsAtOnce)
            {
                return;
            }

            after = batch[^1].AccountId;
        }
    }
}
