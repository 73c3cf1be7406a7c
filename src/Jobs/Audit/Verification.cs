using Cycle.Jobs.Nights;
using Cycle.Ledger.Storage.Server;
using Cycle.Rendering;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Proves that nothing was altered since: the hash chains, the trial balance, the proof of balances, the PDFs (rules.md section 11).</summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder that holds the PDFs.</param>
/// <param name="theme">The theme statements are drawn with now; null for the one in force.</param>
public sealed class Verification(NpgsqlDataSource database, string output, Theme? theme = null)
{
    private const int MaxFindings = 100;

    /// <summary>Verifies everything.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="told">Told now and then how many journal entries and PDFs have been checked.</param>
    /// <param name="redraws">Whether every statement is drawn again, not only those that other versions drew.</param>
    public async Task<VerificationResult> RunAsync(CancellationToken cancellationToken, Action<long>? told = null, bool redraws = false)
    {
        await using var connection = await WholePortfolio.OpenAsync(database, cancellationToken);
        var findings = new List<string>();
        var entries = await new ChainCheck(connection, findings, told).RunAsync(cancellationToken);
        await new ChainEndCheck(connection, findings).RunAsync(cancellationToken);
        await CheckTrialBalanceAsync(connection, findings, cancellationToken);
        await CheckProofAsync(connection, findings, cancellationToken);
        var files = await new PdfCheck(connection, output, findings, files => told?.Invoke(entries + files)).RunAsync(cancellationToken);
        var notes = await new RedrawCheck(database, output, Renderers.Of(theme), findings).RunAsync(redraws, cancellationToken);
        return new(entries, files, notes, findings);
    }

    private static async Task CheckTrialBalanceAsync(
        NpgsqlConnection connection, List<string> findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with turnover as (
                select business_date, gl_account, sum(debit) as debit, sum(credit) as credit from journal group by 1, 2),
            dates as (
                select business_date from trial_balances
                union select business_date from journal where business_date <= (select max(business_date) from trial_balances)),
            booked as (
                select business_date, gl_account, sum(coalesce(t.debit, 0)) over upto as debit, sum(coalesce(t.credit, 0)) over upto as credit
                from dates cross join (select distinct gl_account from turnover) gl
                left join turnover t using (business_date, gl_account)
                window upto as (partition by gl_account order by business_date))
            select business_date, gl_account, coalesce(s.debit, 0)::text, coalesce(b.debit, 0)::text,
                   coalesce(s.credit, 0)::text, coalesce(b.credit, 0)::text
            from booked b full join trial_balances s using (business_date, gl_account)
            where (coalesce(b.debit, 0), coalesce(b.credit, 0)) <> (coalesce(s.debit, 0), coalesce(s.credit, 0))
            order by 1, 2 limit $1
            """,
            connection);
        command.Parameters.Add(new() { Value = MaxFindings });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            findings.Add(
                $"trial balance of {rows.GetFieldValue<DateOnly>(0):yyyy-MM-dd}: {rows.GetString(1)} states debit {rows.GetString(2)} and " +
                $"credit {rows.GetString(4)} satang; the journal has {rows.GetString(3)} and {rows.GetString(5)}");
        }
    }

    private static async Task CheckProofAsync(NpgsqlConnection connection, List<string> findings, CancellationToken cancellationToken)
    {
        if (await Proof.ReadClosedAsync(connection, cancellationToken) is not { } proof)
        {
            return;
        }

        if (proof.Debits != proof.Credits)
        {
            findings.Add($"trial balance: debits {proof.Debits} are not credits {proof.Credits}");
        }

        if (proof.Receivables != proof.Balances)
        {
            findings.Add($"proof: the journal's receivables {proof.Receivables} are not the account balances {proof.Balances}");
        }
    }
}
