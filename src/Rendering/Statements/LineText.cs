using Cycle.Ledger.Billing;

namespace Cycle.Rendering.Statements;

/// <summary>What a line is called on paper: the merchant for a purchase, the charge's name for a fee, both for all others.</summary>
internal static class LineText
{
    // What the data calls a line without a merchant, in English whatever the account's language: replaced by our own words.
    private static readonly Dictionary<string, string> NamesWithoutMerchant = new()
    {
        ["PURCHASE"] = "Purchase",
        ["CASH_ADVANCE"] = "Cash advance",
        ["TAX_PAYMENT"] = "Tax or government payment",
        ["INSTALMENT"] = "Instalment",
        ["PAYMENT"] = "Payment",
        ["REFUND"] = "Refund",
        ["REVERSAL"] = "Reversal",
    };

    /// <summary>The text of a line in a language.</summary>
    internal static string Of(Wording words, StatementLine line)
    {
        var name = words.KindName(line.Kind);
        if (line.Kind.StartsWith("FEE_", StringComparison.Ordinal) && name != line.Kind)
        {
            return name;
        }

        var merchant = MerchantOf(line);
        if (merchant.Length == 0)
        {
            return name;
        }

        return line.Kind == "PURCHASE" || name == line.Kind ? merchant : $"{name} · {merchant}";
    }

    /// <summary>The description without the data's own name for the kind: "Instalment 3/10" leaves "3/10".</summary>
    private static string MerchantOf(StatementLine line)
    {
        var named = NamesWithoutMerchant.GetValueOrDefault(line.Kind);
        if (named is null || !line.Description.StartsWith(named, StringComparison.Ordinal))
        {
            return line.Description;
        }

        var rest = line.Description[named.Length..];
        var isPartNumber = rest.All(character => character is ' ' or '/' || char.IsAsciiDigit(character));
        return isPartNumber ? rest.Trim() : line.Description;
    }
}
