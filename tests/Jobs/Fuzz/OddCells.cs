namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Texts that have broken programs before.</summary>
internal static class OddCells
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "+5", "0.00", "00.01", "0.001", ".5", "5.", "5.5.5", "1,000.00", "1 000", "1e9", "1E-2", "NaN", "Infinity", "0x1F", "๑๒๓", "１２",
        "999999999999.99", "9999999999999.99", "000000000000000000001.00", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "99999999999999999999999999999999999999999999", "2147483648", "32768", "65536", "36", "37", "1", "2", "31", "32",
    ];

    private static readonly string[] Dates =
    [
        "0000-00-00", "0001-01-01", "1899-12-31", "1900-01-01", "1970-01-01", "2026-02-29", "2024-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
        "2026-07-31", "2026-08-01", "2026-08-02", "2569-08-01", "2999-12-31", "3000-01-01", "9999-12-31", "10000-01-01", "2026-8-1", "01/08/2026",
        "2026-08-01T00:00:00Z", "2026-08-01 ", "๒๐๒๖-๐๘-๐๑", "24:00:00", "23:59:59", "23:59:60", "00:00:00", "12:00", "-1:00:00",
    ];

    private static readonly string[] Words =
    [
        "PURCHASE", "CASH_ADVANCE", "TAX_PAYMENT", "PAYMENT", "REFUND", "REVERSAL", "FEE_PIN_REISSUE", "FEE_ANNUAL", "FEE_COLLECTION", "purchase",
        "THB", "USD", "JPY", "KWD", "XAU", "XXX", "thb", "visa", "mastercard", "VISA", "amex", "primary", "supplementary", "th", "en", "TH", "true", "false",
        "TRUE", "KIOSK", "LOTUS", "MOBILE", "COUNTER", "MC_WORLD", "MC_PLATINUM", "GOLD", "pending", "lost", "kept", "ACCOUNT", "ITEM", "PLAN", "PART", "FEE",
        "INTEREST", "BUCKET", "REDUCTION",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\t", "\u00a0", "'", "\"", "\"\"", ",", "\n", "\r\n", "\r", "a\nb", "\u2028", "\u0085", "\uFEFF", "\u0001", "\u001b[31m", "\u007f",
        "=1+1", "+1", "-1", "@x", "\\", "\\.", "\\N", "NULL", "%s", "{{merchant}}", "<script>", "'; drop table postings; --", "../../etc/passwd",
        "😀", "👨‍👩‍👧‍👦", "e\u0301", "\u202Eabc", "ปตท.", "𝟜𝟙𝟙𝟙", "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑",
        "C1", "C2", "S1", "A1", "A2", "A9", "C9", "1234", "๑๒๓๔", "10110",
    ];

    private static readonly int[] Lengths = [39, 40, 41, 63, 64, 65, 255, 256, 1_000, 8_000];

    /// <summary>One of them.</summary>
    public static string Any(Dice dice) => dice.Below(10) switch
    {
        0 or 1 => dice.Of(Numbers),
        2 or 3 => dice.Of(Dates),
        4 or 5 => dice.Of(Words),
        6 => string.Concat(Enumerable.Repeat(dice.Of("x", "9", "ก", "😀", " ", "\"", "0", "-"), dice.Of(Lengths))),
        _ => dice.Of(Texts),
    };
}
