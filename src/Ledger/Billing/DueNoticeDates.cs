using Cycle.Ledger.Calendar;
using Cycle.Ledger.Tariffs;

namespace Cycle.Ledger.Billing;

/// <summary>
/// The nominal due dates that a night tells of (rules.md section 9). A night tells of the date its number of days ahead and, when the number
/// rose since the night before, of those between, whose day it would otherwise have passed over. When it fell, dates come a second time: the
/// statements told of before are known by their messages.
/// </summary>
public static class DueNoticeDates
{
    /// <summary>The first and the last due date that a night tells of.</summary>
    /// <param name="date">The business date.</param>
    /// <param name="days">Days before the due date by which the night of a date tells of it; asked for it and the nights before.</param>
    public static (DateOnly First, DateOnly Last) On(DateOnly date, Func<DateOnly, int> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var last = date.AddDays(days(date));

        // A night further back than the greatest number cannot have told of a date that still lies ahead.
        var told = Enumerable.Range(1, Tariff.MostDueNoticeDays).Max(back => date.AddDays(days(date.AddDays(-back)) - back));
        return (told < last ? told.AddDays(1) : last, last);
    }

    /// <summary>The nominal due dates that statements of a date can have: of several nominal days at a month's end.</summary>
    /// <param name="cut">The statement date.</param>
    /// <param name="products">The products of the tariff that made them.</param>
    public static IReadOnlyList<DateOnly> OfStatements(DateOnly cut, IEnumerable<Product> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        var days = Enumerable.Range(1, MonthDay.Last).Where(day => MonthDay.Is(cut, day)).ToList();
        return
        [
            .. products.Select(product => product.DueDays.On(cut)).Distinct()
                .SelectMany(dueDays => days.Select(day => MonthDay.NominalDueDate(cut, day, dueDays))).Distinct().Order(),
        ];
    }
}
