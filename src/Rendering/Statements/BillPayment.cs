using System.Text;
using Cycle.Ledger;

namespace Cycle.Rendering.Statements;

/// <summary>The text of a Thai Bill Payment QR: EMVCo merchant-presented, tag 30 (rules.md section 6).</summary>
internal static class BillPayment
{
    private const string BillPaymentApplication = "A000000677010112";
    private const string BahtNumericCode = "764";
    private const int MostReferenceCharacters = 20;
    private const int MostAmountCharacters = 13;

    /// <summary>The payload with its check sum.</summary>
    /// <param name="billerId">15 digits.</param>
    /// <param name="reference">What <see cref="ReferenceOf"/> gives.</param>
    /// <param name="amount">Above zero fixes the amount; else, and when it is longer than a code can tell, the payer enters one.</param>
    internal static string Payload(string billerId, string reference, Money amount)
    {
        var text = new StringBuilder(128);
        var isFixed = amount.IsPositive && amount.ToString().Length <= MostAmountCharacters;
        Field(text, "00", "01");
        Field(text, "01", isFixed ? "12" : "11");
        Field(text, "30", Join(("00", BillPaymentApplication), ("01", billerId), ("02", reference)));
        Field(text, "53", BahtNumericCode);
        if (isFixed)
        {
            Field(text, "54", amount.ToString());
        }

        Field(text, "58", "TH");
        text.Append("6304");
        return text.Append(CheckSum(text.ToString()).ToString("X4", null)).ToString();
    }

    /// <summary>An account's reference: its ASCII letters and digits in capitals, the last 20 of them, where tokens differ.</summary>
    internal static string ReferenceOf(string accountId)
    {
        var kept = string.Concat(accountId.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return kept.Length > MostReferenceCharacters ? kept[^MostReferenceCharacters..] : kept;
    }

    /// <summary>CRC-16/CCITT-FALSE over the ASCII text, which includes the check sum's own tag and length.</summary>
    internal static ushort CheckSum(string text)
    {
        const int polynomial = 0x1021;
        var sum = 0xFFFF;
        foreach (var character in text)
        {
            sum ^= character << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000) != 0 ? ((sum << 1) ^ polynomial) & 0xFFFF : (sum << 1) & 0xFFFF;
            }
        }

        return (ushort)sum;
    }

    private static void Field(StringBuilder text, string tag, string value) =>
        text.Append(tag).Append(value.Length.ToString("D2", null)).Append(value);

    private static string Join(params ReadOnlySpan<(string Tag, string Value)> fields)
    {
        var text = new StringBuilder(64);
        foreach (var (tag, value) in fields)
        {
            Field(text, tag, value);
        }

        return text.ToString();
    }
}
