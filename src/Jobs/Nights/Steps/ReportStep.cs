using Cycle.Jobs.Runs;
using Cycle.Ledger.Journal;
using Cycle.Ledger.Storage.Control;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Ledger.Storage.Server;
using Npgsql;

namespace Cycle.Jobs.Nights.Steps;

/// <summary>The nightly proof and the control report: debits equal credits, and the receivables equal the sum of all balances (rules.md section 11).</summary>
internal sealed class ReportStep : INightStep
{
    /// <summary>The folder of reports, below the output folder.</summary>
    public const string Folder = "reports";

    public string Name => "report";

    public bool IsMarkedByItsPlan => false;

    public async Task<string?> RunAsync(Night night, short number, CancellationToken cancellationToken)
    {
        // Neither needs the other, and each keeps one connection busy.
        await Task.WhenAll(
            DateIndexes.SummarizeAsync(night.Database, cancellationToken),
            ProveAsync(night, cancellationToken));
        FileBatch.Clear(Path.Combine(night.Settings.Output, StatementFiles.Folder));
        return "";
    }

    private static async Task ProveAsync(Night night, CancellationToken cancellationToken)
    {
        await using var connection = await night.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await TotalAsync(connection, night.Date, cancellationToken);
        var proof = await Proof.ReadAsync(connection, cancellationToken);
        proof.Check(night.Date);
        var report = await ControlReport.MakeAsync(connection, night, proof, cancellationToken);
        await RunFence.HoldAsync(connection, night.Run, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await WriteAsync(night, report, cancellationToken);
    }

    /// <summary>Makes the report of a night that is complete anew, after an account of it was run later.</summary>
    /// <returns>The report, to be written when the transaction is kept.</returns>
    public static async Task<string> MakeAnewAsync(NpgsqlConnection connection, Night night, CancellationToken cancellationToken)
    {
        await TotalAsync(connection, night.Date, cancellationToken);
        var proof = await Proof.ReadAsync(connection, night.Date, cancellationToken);
        proof.Check(night.Date);
        return await ControlReport.MakeAsync(connection, night, proof, cancellationToken);
    }

    /// <summary>A report's name in that folder.</summary>
    public static string NameOf(DateOnly date) => $"control-{date:yyyy-MM-dd}.json";

    /// <summary>Writes the report where people find it.</summary>
    private static Task WriteAsync(Night night, string report, CancellationToken cancellationToken) => OutputFile.KeepAsync(
        Path.Combine(night.Settings.Output, Folder, NameOf(night.Date)), report, night.Settings.OutputSurvivesPowerCut, cancellationToken);

    /// <summary>Adds tonight's turnover to the trial balance; nights without entries leave it as it stands.</summary>
    private static async Task TotalAsync(NpgsqlConnection connection, DateOnly date, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with turnover as (
                select gl_account, sum(debit) as debit, sum(credit) as credit
                from journal where business_date = {Sql.Date(date)} group by gl_account),
            before as (
                select gl_account, debit, credit from trial_balances
                where business_date = (select max(business_date) from trial_balances where business_date < {Sql.Date(date)}))
            insert into trial_balances (business_date, gl_account, debit, credit)
            select {Sql.Date(date)}, coalesce(t.gl_account, b.gl_account),
                   coalesce(b.debit, 0) + coalesce(t.debit, 0), coalesce(b.credit, 0) + coalesce(t.credit, 0)
            from turnover t full join before b on b.gl_account = t.gl_account
            where exists (select from turnover)
            on conflict (business_date, gl_account) do update set debit = excluded.debit, credit = excluded.credit
            """,
            connection) { CommandTimeout = WholePortfolio.TimeoutSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
