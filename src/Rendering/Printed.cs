using System.Globalization;
using Cycle.Ledger;
using Cycle.Ledger.Accounts;

namespace Cycle.Rendering;

/// <summary>How dates, amounts and card numbers are printed, on paper and in messages alike; never by the machine's culture.</summary>
public static class Printed
{
    private const int BuddhistYearsAhead = 543;
    private const int DigitsInGroup = 3;
    private const int ShownDigits = 4;

    private static readonly string[] ThaiMonths =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] EnglishMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A date: "18 ส.ค. 2569" (Buddhist era) or "18 Aug 2026" (Common Era), never the one era in the other language.</summary>
    /// <param name="date">The date.</param>
    /// <param name="language">The account's language.</param>
    public static string Date(DateOnly date, Language language) => language == Language.Thai
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Day} {ThaiMonths[date.Month - 1]} {date.Year + BuddhistYearsAhead}")
        : string.Create(CultureInfo.InvariantCulture, $"{date.Day} {EnglishMonths[date.Month - 1]} {date.Year}");

    /// <summary>A month's short name: "ส.ค." or "Aug".</summary>
    /// <param name="date">Any day of the month.</param>
    /// <param name="language">The account's language.</param>
    public static string Month(DateOnly date, Language language) => (language == Language.Thai ? ThaiMonths : EnglishMonths)[date.Month - 1];

    /// <summary>An amount with thousands separators, two decimals and a leading minus for credits: "-1,040.00".</summary>
    /// <param name="amount">Baht.</param>
    public static string Amount(Money amount) => Grouped(amount.ToString());

    /// <summary>A whole number with thousands separators: "-1,040".</summary>
    /// <param name="number">Any sign.</param>
    public static string Count(long number) => Grouped(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount in its own currency: "USD 1,234.50".</summary>
    /// <param name="original">Currency and hundredths.</param>
    public static string Original(CurrencyAmount original) => $"{original.Currency} {Grouped(original.ToString())}";

    /// <summary>A card's number as anyone may see it: "XXXX-XXXX-XXXX-1234".</summary>
    /// <param name="lastFour">The last four digits; of anything longer only the last four characters are shown.</param>
    public static string CardNumber(string lastFour) => $"XXXX-XXXX-XXXX-{LastFour(lastFour)}";

    /// <summary>At most the last four characters, so that a whole number that strays in is not shown.</summary>
    internal static string LastFour(string digits) => digits.Length > ShownDigits ? digits[^ShownDigits..] : digits;

    private static string Grouped(string number)
    {
        var start = number[0] == '-' ? 1 : 0;
        var point = number.IndexOf('.', StringComparison.Ordinal);
        for (var at = (point < 0 ? number.Length : point) - DigitsInGroup; at > start; at -= DigitsInGroup)
        {
            number = number.Insert(at, ",");
        }

        return number;
    }
}
