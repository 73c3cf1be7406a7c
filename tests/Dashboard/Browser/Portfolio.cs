using System.Globalization;
using Cycle.Tests.Shared;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>
/// Files of a small portfolio with something of everything on its pages: half of the accounts are cut on the 18th, most others on the 19th; most
/// pay in full, some the minimum, some not at all; a few rows and one file are wrong.
/// </summary>
/// <param name="accounts">How many accounts.</param>
internal sealed class Portfolio(int accounts)
{
    /// <summary>The first night, which every file dated before it counts to.</summary>
    public static DateOnly First { get; } = new(2026, 8, 17);

    /// <summary>A cycle with one before it.</summary>
    public static DateOnly Second { get; } = new(2026, 9, 18);

    /// <summary>The night after, which closes the other half of the accounts: left to the tests.</summary>
    public static DateOnly Live { get; } = new(2026, 9, 19);

    private static readonly string[] Products = ["MC_PLATINUM", "VISA_PLATINUM_PRECIOUS", "MC_WORLD", "MC_PLATINUM"];

    private static readonly string[] Merchants =
        ["Central Rama 9", "Tops Sukhumvit 33", "ร้านข้าวแกงป้าแดง", "Big C Ratchada", "BTS Siam", "PTT Station Bang Na", "ร้านยาสุขภาพดี", "Jaymart Asok"];

    private static readonly string[] FirstNames = ["รัตนา", "ศุภชัย", "วิไลวรรณ", "สมชาย", "นงลักษณ์", "ธนากร", "กัญญา", "อนันต์", "มาลี", "ปิยะ"];

    private static readonly string[] LastNames = ["คงทอง", "เอื้ออารี", "แก้วมงคล", "ใจดี", "รุ่งแสง", "นาคทอง", "ศรีสุข", "พูนทรัพย์"];

    /// <summary>The first account that is cut on <see cref="Second"/>.</summary>
    public static string SomeAccount => Id(2);

    public static string Id(int number) => $"A{number:D5}";

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The inbox.</param>
    public void Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "accounts.csv"), Rows.File([Rows.AccountHeader, .. Numbers.Select(Account)]));
        File.WriteAllText(Path.Combine(folder, "cards.csv"), Rows.File([Rows.CardHeader, .. Numbers.Select(Card)]));
        File.WriteAllText(Path.Combine(folder, "cards-2026-09-10.csv"), Rows.File(["card,account", "C00001,A00001"]));
        File.WriteAllText(Path.Combine(folder, "holidays.csv"), Rows.File("date,name", "2026-10-13,วันนวมินทรมหาราช", "2026-10-23,วันปิยมหาราช"));
        Postings(folder, "2026-08-17", n => [Buy(n, "2026-08-17", 1), .. n % 3 == 0 ? [Buy(n, "2026-08-17", 2)] : Array.Empty<string>()]);
        Postings(folder, "2026-08-31", n => Pay(n, "2026-08-31"));
        Postings(folder, "2026-09-08", n => n % 11 == 0 ? [Rows.Cash($"K{n}", Card5(n), "2026-09-08", "5000.00")] : n % 4 == 1 ? [] : [Buy(n, "2026-09-08", 3)]);
        Postings(
            folder, "2026-09-17", n => n % 2 == 0 ? [Buy(n, "2026-09-17", 4)] : [],
            Rows.Purchase("X1", "C99999", "2026-09-17", "100.00"), Rows.Purchase("X2", "C00001", "2026-09-17", "-5.00"),
            Rows.Purchase("=X3", "C88888", "2026-09-17", "40.00"));
    }

    private IEnumerable<int> Numbers => Enumerable.Range(1, accounts);

    private static string Account(int n) => Rows.Account(
        Id(n), statementDay: StatementDay(n), limit: $"{20_000 + (Drawn(n, 0) % 18 * 10_000)}.00", language: n % 5 == 0 ? "en" : "th",
        product: Products[n % Products.Length], name: $"คุณ{FirstNames[Drawn(n, 7) % FirstNames.Length]} {LastNames[Drawn(n, 8) % LastNames.Length]}",
        mobile: $"08{n:D8}");

    /// <summary>Half on the 18th, most of the rest on the 19th, some on any day.</summary>
    private static int StatementDay(int n) => n % 2 == 0 ? 18 : n % 10 != 1 ? 19 : 1 + (Drawn(n, 9) % 31) is var day && day is 18 or 19 ? 5 : day;

    private static string Card(int n) => Rows.Card(Card5(n), Id(n), network: Products[n % Products.Length][0] == 'V' ? "visa" : "mastercard", last4: $"{1000 + (n % 9000)}");

    private static string Card5(int n) => $"C{n:D5}";

    private static string Buy(int n, string date, int which) => Rows.Purchase(
        $"P{n}-{which}", Card5(n), date, Baht(Spent(n, which)), Merchants[Drawn(n, which + 20) % Merchants.Length]);

    /// <summary>In hundredths: many small purchases, few large ones.</summary>
    private static long Spent(int n, int which)
    {
        var share = Drawn(n, which) % 1000;
        return 9_000 + (share * share * 2L) + (Drawn(n, which + 40) % 100);
    }

    private static string[] Pay(int n, string date)
    {
        var owed = Spent(n, 1) + (n % 3 == 0 ? Spent(n, 2) : 0);
        return (Drawn(n, 3) % 10) switch
        {
            0 => [],
            1 or 2 => [Rows.Payment($"Y{n}", Card5(n), date, Baht(Math.Max(50_000, owed / 10)))],
            3 => [Rows.Payment($"Y{n}", Card5(n), date, Baht(owed + 25_000))],
            _ => [Rows.Payment($"Y{n}", Card5(n), date, Baht(owed))],
        };
    }

    private void Postings(string folder, string date, Func<int, string[]> of, params string[] more) => File.WriteAllText(
        Path.Combine(folder, $"postings-{date}.csv"), Rows.File([Rows.PostingHeader, .. Numbers.SelectMany(of), .. more]));

    private static string Baht(long satang) => (satang / 100m).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>The same draw every time, whoever asks.</summary>
    private static int Drawn(int n, int what) => (int)(unchecked((uint)((n * 2654435761L) + (what * 40503L * n) + (what * 97L))) >> 7) & 0xFFFFFF;
}
