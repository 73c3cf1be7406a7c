using Cycle.Ledger.Accounts;
using Cycle.Ledger.Calendar;

namespace Cycle.Ledger.Opening;

/// <summary>What this system knows of an account that is opened.</summary>
/// <param name="History">Its terms.</param>
/// <param name="DueDays">Its product's due days on the last cut.</param>
/// <param name="Calendar">Decides the effective due date.</param>
/// <param name="BusinessDate">The night that opens it.</param>
public sealed record OpeningTerms(AccountHistory History, int DueDays, HolidayCalendar Calendar, DateOnly BusinessDate)
{
    private const int LongestCycleDays = 62;

    /// <summary>The last statement day before the night: what comes after it is this system's to close.</summary>
    public DateOnly LastCut
    {
        get
        {
            var date = BusinessDate.AddDays(-1);
            for (var back = 0; back < LongestCycleDays && !History.IsStatementDate(date); back++)
            {
                date = date.AddDays(-1);
            }

            return date;
        }
    }
}
