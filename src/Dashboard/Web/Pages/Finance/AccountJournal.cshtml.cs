using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>An account's journal, latest entries first.</summary>
internal sealed class AccountJournalModel(NpgsqlDataSource database) : CyclePage
{
    public const int PageSize = 60;

    public string Account { get; private set; } = "";

    public IReadOnlyList<JournalRow> Lines { get; private set; } = [];

    public JournalRow? Next { get; private set; }

    public async Task OnGetAsync(string? account, int? before, short? line, CancellationToken cancellationToken)
    {
        Account = account?.Trim() ?? "";
        var lines = await database.ListAsync(
            $"""
            select entry, line, business_date, kind, reference, gl_account, debit, credit, left(encode(hash, 'hex'), 12) from journal
            where account_id = $1 and (entry, line) < ($2, $3) order by entry desc, line desc limit {PageSize + 1}
            """,
            JournalRow.Read, cancellationToken, Account, before ?? int.MaxValue, line ?? short.MaxValue);
        Lines = [.. lines.Take(PageSize)];
        Next = lines.Count > PageSize ? Lines[^1] : null;
    }
}
