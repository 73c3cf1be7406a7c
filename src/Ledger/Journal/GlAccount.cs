namespace Cycle.Ledger.Journal;

/// <summary>The general-ledger control accounts that effects are booked to (rules.md section 11).</summary>
public static class GlAccount
{
    /// <summary>Asset: principal that holders owe.</summary>
    public const string ReceivablePrincipal = "RECEIVABLE_PRINCIPAL";

    /// <summary>Asset: billed interest that holders owe.</summary>
    public const string ReceivableInterest = "RECEIVABLE_INTEREST";

    /// <summary>Asset: fees that holders owe.</summary>
    public const string ReceivableFees = "RECEIVABLE_FEES";

    /// <summary>Asset: instalment parts not posted yet; not in any balance.</summary>
    public const string InstalmentPlans = "INSTALMENT_PLANS";

    /// <summary>Liability: credits not allocated yet, and credit balances. Allocation is booked at the cut, when it is final.</summary>
    public const string CustomerCredit = "CUSTOMER_CREDIT";

    /// <summary>Clearing with the card schemes.</summary>
    public const string Settlement = "SETTLEMENT";

    /// <summary>Clearing of payments received.</summary>
    public const string PaymentClearing = "PAYMENT_CLEARING";

    /// <summary>Income: interest.</summary>
    public const string InterestIncome = "INTEREST_INCOME";

    /// <summary>Income: fees.</summary>
    public const string FeeIncome = "FEE_INCOME";

    /// <summary>Income: FX conversion risk charge.</summary>
    public const string FxIncome = "FX_INCOME";

    /// <summary>Liability: VAT on fees.</summary>
    public const string VatPayable = "VAT_PAYABLE";

    /// <summary>Clearing with the other system for portfolios that came from it: its net credit is what came, instalment parts to come included.</summary>
    public const string OpeningBalances = "OPENING_BALANCES";

    /// <summary>The accounts whose net debit is the sum of all balances.</summary>
    public static IReadOnlyList<string> OfBalances { get; } =
        [ReceivablePrincipal, ReceivableInterest, ReceivableFees, CustomerCredit];
}
