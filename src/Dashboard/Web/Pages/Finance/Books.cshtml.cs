using Cycle.Dashboard.Web.Reading;
using Cycle.Jobs.Audit;
using Cycle.Ledger.Storage.Cycles;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>The trial balance at the end of a business date, and the books as files.</summary>
internal sealed class BooksModel(NpgsqlDataSource database) : CyclePage
{
    /// <summary>The last date up to the one asked for that has a trial balance.</summary>
    public DateOnly? Date { get; private set; }

    public IReadOnlyList<TrialBalanceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(DateOnly? date, CancellationToken cancellationToken)
    {
        Rows = await database.ListAsync(
            """
            with at as (select max(business_date) as at from trial_balances where business_date <= $1),
            before as (select max(business_date) as at from trial_balances where business_date < (select at from at))
            select t.business_date, t.gl_account, t.debit, t.credit, t.debit - coalesce(b.debit, 0), t.credit - coalesce(b.credit, 0)
            from trial_balances t left join trial_balances b on b.gl_account = t.gl_account and b.business_date = (select at from before)
            where t.business_date = (select at from at) order by t.gl_account
            """,
            row => new TrialBalanceRow(
                row.Date(0), row.GetString(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4), row.GetDecimal(5)),
            cancellationToken, date ?? DateOnly.MaxValue);
        Date = Rows.Count > 0 ? Rows[0].Date : null;
    }

    public Task<IActionResult> OnGetTrialBalanceCsvAsync(DateOnly date, CancellationToken cancellationToken) => DownloadAsync(
        "trial-balance", date,
        $"""
        select business_date as date, gl_account, {CsvDownload.Money("debit")} as debit, {CsvDownload.Money("credit")} as credit
        from trial_balances where business_date = {Sql.Date(date)} order by gl_account
        """,
        cancellationToken);

    public Task<IActionResult> OnGetJournalCsvAsync(DateOnly date, CancellationToken cancellationToken) => DownloadAsync(
        "journal", date,
        $"""
        select business_date as date, {CsvDownload.Text("account_id")} as account_id, entry, line, kind, {CsvDownload.Text("reference")} as reference, gl_account,
               {CsvDownload.Money("debit")} as debit, {CsvDownload.Money("credit")} as credit, encode(hash, 'hex') as hash
        from journal where business_date = {Sql.Date(date)} order by account_id, entry, line
        """,
        cancellationToken);

    private async Task<IActionResult> DownloadAsync(string what, DateOnly date, string sql, CancellationToken cancellationToken)
    {
        await Trail.AddAsync(database, Who, $"{what}.download", Show.Date(date), "", cancellationToken);
        return new CsvDownload(database, sql, $"{what}-{Show.Date(date)}.csv");
    }
}
