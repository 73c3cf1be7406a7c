using Cycle.Ledger.Calendar;

namespace Cycle.Bench.Portfolio;

/// <summary>Public holidays of Thai banks as they may be announced for 2026 and the new year after it.</summary>
internal static class ThaiHolidays
{
    private static readonly (string Date, string Name)[] Days =
    [
        ("2026-01-01", "วันขึ้นปีใหม่"), ("2026-03-03", "วันมาฆบูชา"), ("2026-04-06", "วันจักรี"), ("2026-04-13", "วันสงกรานต์"),
        ("2026-04-14", "วันสงกรานต์"), ("2026-04-15", "วันสงกรานต์"), ("2026-05-01", "วันแรงงานแห่งชาติ"), ("2026-05-04", "วันฉัตรมงคล"),
        ("2026-06-01", "ชดเชยวันวิสาขบูชา"), ("2026-06-03", "วันเฉลิมพระชนมพรรษาสมเด็จพระราชินี"), ("2026-07-28", "วันเฉลิมพระชนมพรรษา"),
        ("2026-07-29", "วันอาสาฬหบูชา"), ("2026-08-12", "วันแม่แห่งชาติ"), ("2026-10-13", "วันนวมินทรมหาราช"), ("2026-10-23", "วันปิยมหาราช"),
        ("2026-12-07", "ชดเชยวันชาติ"), ("2026-12-10", "วันรัฐธรรมนูญ"), ("2026-12-31", "วันสิ้นปี"), ("2027-01-01", "วันขึ้นปีใหม่"),
    ];

    public static HolidayCalendar Calendar { get; } = new(Days.Select(day => DateOnly.ParseExact(day.Date, "yyyy-MM-dd")));

    public static void Write(string folder)
    {
        using var writer = CsvLine.Open(Path.Combine(folder, "holidays.csv"));
        CsvLine.Write(writer, "date", "name");
        foreach (var (date, name) in Days)
        {
            CsvLine.Write(writer, date, name);
        }
    }
}
