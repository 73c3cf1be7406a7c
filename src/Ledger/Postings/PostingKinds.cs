namespace Cycle.Ledger.Postings;

/// <summary>The kinds' names in files, and what each kind is.</summary>
public static class PostingKinds
{
    private static readonly Dictionary<string, PostingKind> FromFile = new(StringComparer.Ordinal)
    {
        ["PURCHASE"] = PostingKind.Purchase,
        ["CASH_ADVANCE"] = PostingKind.CashAdvance,
        ["TAX_PAYMENT"] = PostingKind.TaxPayment,
        ["PAYMENT"] = PostingKind.Payment,
        ["REFUND"] = PostingKind.Refund,
        ["REVERSAL"] = PostingKind.Reversal,
        ["FEE_CARD_REPLACEMENT"] = PostingKind.FeeCardReplacement,
        ["FEE_STATEMENT_COPY"] = PostingKind.FeeStatementCopy,
        ["FEE_SALES_SLIP_DOMESTIC"] = PostingKind.FeeSalesSlipDomestic,
        ["FEE_SALES_SLIP_FOREIGN"] = PostingKind.FeeSalesSlipForeign,
        ["FEE_PIN_REISSUE"] = PostingKind.FeePinReissue,
    };

    /// <summary>The names a posting file may use.</summary>
    public static IReadOnlyCollection<string> FileNames => FromFile.Keys;

    /// <summary>The service fees, whose amount the tariff sets.</summary>
    public static IReadOnlyList<PostingKind> ServiceFees { get; } =
    [
        PostingKind.FeeCardReplacement, PostingKind.FeeStatementCopy, PostingKind.FeeSalesSlipDomestic,
        PostingKind.FeeSalesSlipForeign, PostingKind.FeePinReissue,
    ];

    /// <summary>Reads a kind as a posting file writes it; kinds of the night itself are not accepted.</summary>
    public static bool TryParse(string name, out PostingKind kind) => FromFile.TryGetValue(name, out kind);

    /// <summary>The kind's name on statements and in files.</summary>
    public static string Name(this PostingKind kind) => kind switch
    {
        PostingKind.Purchase => "PURCHASE",
        PostingKind.CashAdvance => "CASH_ADVANCE",
        PostingKind.TaxPayment => "TAX_PAYMENT",
        PostingKind.Payment => "PAYMENT",
        PostingKind.Refund => "REFUND",
        PostingKind.Reversal => "REVERSAL",
        PostingKind.FeeCardReplacement => "FEE_CARD_REPLACEMENT",
        PostingKind.FeeStatementCopy => "FEE_STATEMENT_COPY",
        PostingKind.FeeSalesSlipDomestic => "FEE_SALES_SLIP_DOMESTIC",
        PostingKind.FeeSalesSlipForeign => "FEE_SALES_SLIP_FOREIGN",
        PostingKind.FeePinReissue => "FEE_PIN_REISSUE",
        PostingKind.FeeEntrance => "FEE_ENTRANCE",
        PostingKind.FeeAnnual => "FEE_ANNUAL",
        PostingKind.FeeCollection or PostingKind.FeeCollectionCredit => "FEE_COLLECTION",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such posting kind."),
    };

    /// <summary>Whether the tariff, not the file, sets the amount.</summary>
    public static bool IsServiceFee(this PostingKind kind) =>
        kind is >= PostingKind.FeeCardReplacement and <= PostingKind.FeePinReissue;

    /// <summary>Whether the posting is nothing but a fee charged.</summary>
    public static bool IsFee(this PostingKind kind) =>
        kind is >= PostingKind.FeeCardReplacement and <= PostingKind.FeeCollection;

    /// <summary>Whether it makes principal that bears interest, and may be refunded or reversed.</summary>
    public static bool IsPrincipal(this PostingKind kind) =>
        kind is PostingKind.Purchase or PostingKind.CashAdvance or PostingKind.TaxPayment;

    /// <summary>Whether it raises what is owed.</summary>
    public static bool IsDebit(this PostingKind kind) => kind.IsPrincipal() || kind.IsFee();

    /// <summary>Whether it counts as movement of the account (rules.md section 8).</summary>
    public static bool IsMovement(this PostingKind kind) => kind <= PostingKind.Reversal;
}
