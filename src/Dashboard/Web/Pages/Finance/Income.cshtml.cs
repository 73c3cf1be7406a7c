using Cycle.Dashboard.Web.Reading;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>What was billed by product and month, from the counted cycles of the latest twelve months.</summary>
internal sealed class IncomeModel(NpgsqlDataSource database) : CyclePage
{
    public IReadOnlyList<(string Month, string Product, long Statements, decimal Interest, decimal Fees)> Rows { get; private set; } = [];

    public IReadOnlyList<(string Name, decimal Now, decimal Before)> ByMonth =>
    [
        .. Rows.GroupBy(row => row.Month).OrderBy(month => month.Key)
            .Select(month => (month.Key, Math.Max(0, month.Sum(row => row.Interest) / 100m), 0m)),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await database.ListAsync(
        """
        select to_char(c.statement_date, 'YYYY-MM') as month, p ->> 'product' as product, sum((p ->> 'count')::bigint)::bigint,
               sum((p ->> 'interest')::numeric), sum((p ->> 'fees')::numeric)
        from cycle_reviews c cross join lateral jsonb_array_elements(c.review -> 'products') p
        where c.statement_date > (select max(statement_date) - interval '12 months' from cycle_reviews)
        group by 1, 2 order by 1 desc, 2
        """,
        row => (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetDecimal(3), row.GetDecimal(4)), cancellationToken);
}
