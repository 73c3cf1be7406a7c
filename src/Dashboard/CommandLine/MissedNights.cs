using Cycle.Jobs.Nights;
using Cycle.Jobs.Schedule;
using Npgsql;

namespace Cycle.Dashboard.CommandLine;

/// <summary>
/// What <c>cycle run</c> runs besides the night it was asked for. A night completes for good, so a date that can only be a slip of the pen
/// (a Buddhist year, 2062 for 2026) is refused before it closes the years between.
/// </summary>
internal static class MissedNights
{
    /// <summary>Nobody is nearly three years behind, or ahead of the clock.</summary>
    private const int Most = 1000;

    /// <exception cref="UsageException">The date lies further ahead of today than any night does.</exception>
    public static void RequireNear(DateOnly date)
    {
        var today = BangkokTime.DateOf(TimeProvider.System.GetUtcNow());
        if (date.DayNumber - today.DayNumber > Most)
        {
            throw new UsageException(
                $"--date: found {date:yyyy-MM-dd}, {date.DayNumber - today.DayNumber:N0} days after today ({today:yyyy-MM-dd}, Asia/Bangkok); " +
                $"expected at most {Most:N0}, in years of the Common Era. Nothing was done.");
        }
    }

    /// <summary>Says which nights are run first.</summary>
    /// <exception cref="UsageException">They are more than anybody missed.</exception>
    /// <exception cref="Jobs.Runs.RefusedException">An earlier date is open, or the date lies before the first one.</exception>
    public static async Task SayAsync(NpgsqlDataSource database, DateOnly date, CancellationToken cancellationToken)
    {
        var dates = await new NightDates(database).UpToAsync(date, cancellationToken);
        if (dates.Count > Most)
        {
            throw new UsageException(
                $"--date: found {date:yyyy-MM-dd}, for which {dates.Count:N0} nights would be run, from {dates[0]:yyyy-MM-dd}; " +
                $"expected at most {Most:N0}. Nothing was done.");
        }

        if (dates.Count > 1)
        {
            Console.WriteLine($"{dates.Count} nights, from {dates[0]:yyyy-MM-dd}: those missed before {date:yyyy-MM-dd} come first, one by one, in order.");
        }
    }
}
