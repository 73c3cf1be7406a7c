using Cycle.Jobs.Releases;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Finance;

/// <summary>Statement dates, latest first, and how far their release is.</summary>
internal sealed class CyclesModel(NpgsqlDataSource database) : CyclePage
{
    public bool IsRequired { get; private set; }

    public IReadOnlyList<CycleRelease> Cycles { get; private set; } = [];

    public DateOnly? Next { get; private set; }

    public async Task OnGetAsync(DateOnly? before, CancellationToken cancellationToken)
    {
        var reader = new ReleaseReader(database);
        IsRequired = await reader.IsRequiredAsync(cancellationToken);
        var cycles = await reader.BeforeAsync(before ?? DateOnly.MaxValue, cancellationToken);
        Cycles = [.. cycles.Take(ReleaseReader.PageSize)];
        Next = cycles.Count > ReleaseReader.PageSize ? Cycles[^1].StatementDate : null;
    }

    /// <summary>Baht as the control report has them, grouped.</summary>
    public static string Baht(string amount) => decimal.TryParse(amount, out var baht) ? Show.Money(baht * 100) : amount;
}
