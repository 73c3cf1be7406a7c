using Cycle.Jobs.Nights;
using Npgsql;

namespace Cycle.Jobs.Audit;

/// <summary>Proves that nothing was altered since: the hash chains, the trial balance, the proof of balances, the PDFs (rules.md section 11).</summary>
/// <param name="database">The store.</param>
/// <param name="output">The folder that holds the PDFs.</param>
public sealed class Verification(NpgsqlDataSource database, string output)
{
    /// <summary>Verifies everything.</summary>
    public async Task<VerificationResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var findings = new List<string>();
        var entries = await new ChainCheck(connection, findings).RunAsync(cancellationToken);
        await CheckTrialBalanceAsync(connection, findings, cancellationToken);
        await CheckProofAsync(connection, findings, cancellationToken);
        var files = await new PdfCheck(connection, output, findings).RunAsync(cancellationToken);
        return new(entries, files, findings);
    }

    private static async Task CheckTrialBalanceAsync(
        NpgsqlConnection connection, List<string> findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with booked as (
                select gl_account, sum(debit) as debit, sum(credit) as credit from journal
                where business_date <= (select max(business_date) from trial_balances) group by gl_account),
            stated as (
                select gl_account, debit, credit from trial_balances
                where business_date = (select max(business_date) from trial_balances))
            select coalesce(b.gl_account, s.gl_account), coalesce(b.debit, 0)::text, coalesce(s.debit, 0)::text,
                   coalesce(b.credit, 0)::text, coalesce(s.credit, 0)::text
            from booked b full join stated s on s.gl_account = b.gl_account
            where (b.debit, b.credit) is distinct from (s.debit, s.credit)
            order by 1
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            findings.Add(
                $"trial balance: {rows.GetString(0)} states debit {rows.GetString(2)} and credit {rows.GetString(4)} satang; " +
                $"the journal has {rows.GetString(1)} and {rows.GetString(3)}");
        }
    }

    private static async Task CheckProofAsync(NpgsqlConnection connection, List<string> findings, CancellationToken cancellationToken)
    {
        var proof = await Proof.ReadAsync(connection, cancellationToken);
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
