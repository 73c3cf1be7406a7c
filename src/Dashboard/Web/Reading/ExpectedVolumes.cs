using Cycle.Jobs.Reviews;
using Cycle.Ledger.Calendar;
using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>How many accounts are cut on a date, as they were counted after the last night.</summary>
/// <param name="database">The store.</param>
internal sealed class ExpectedVolumes(NpgsqlDataSource database)
{
    private readonly StatementDayCounts _counts = new(database);

    /// <summary>Accounts cut on each of some dates.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, long>> OnAsync(IEnumerable<DateOnly> dates, CancellationToken cancellationToken)
    {
        var byDay = await _counts.ReadAsync(cancellationToken);
        return dates.ToDictionary(date => date, date => byDay.Where(day => MonthDay.Is(date, day.Key)).Sum(day => day.Value));
    }
}
