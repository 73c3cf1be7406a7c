using Cycle.Ledger.Calendar;
using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>How many accounts are cut on a date, counted by nominal statement day from the index alone and kept for a while.</summary>
/// <param name="database">The store.</param>
/// <param name="clock">Says when the counts are old.</param>
internal sealed class ExpectedVolumes(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim _counting = new(1);
    private Dictionary<int, long> _byDay = [];
    private long _countedAt;

    /// <summary>Accounts cut on each of some dates.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, long>> OnAsync(IEnumerable<DateOnly> dates, CancellationToken cancellationToken)
    {
        await _counting.WaitAsync(cancellationToken);
        try
        {
            if (_byDay.Count == 0 || clock.GetElapsedTime(_countedAt) > Fresh)
            {
                _byDay = (await database.ListAsync(
                    "select statement_day, count(*) from accounts group by statement_day",
                    row => (Day: (int)row.GetInt16(0), Count: row.GetInt64(1)), cancellationToken)).ToDictionary(day => day.Day, day => day.Count);
                _countedAt = clock.GetTimestamp();
            }
        }
        finally
        {
            _counting.Release();
        }

        return dates.ToDictionary(date => date, date => _byDay.Where(day => MonthDay.Is(date, day.Key)).Sum(day => day.Value));
    }

    public void Dispose() => _counting.Dispose();
}
