using Cycle.Ledger.Calendar;
using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>The holiday table.</summary>
public static class Holidays
{
    /// <summary>The calendar as it stands now: the night's intake may have just added to it.</summary>
    public static async Task<HolidayCalendar> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(array_agg(holiday), '{}') from holidays", connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetFieldValue<DateOnly[]>(0));
    }
}
