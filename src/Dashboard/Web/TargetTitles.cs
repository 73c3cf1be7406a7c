using Cycle.Ledger.Billing;

namespace Cycle.Dashboard.Web;

/// <summary>What the kinds of debt are called that a credit pays.</summary>
internal static class TargetTitles
{
    private static readonly Dictionary<AllocationTarget, string> Titles = new()
    {
        [AllocationTarget.NamedPrincipal] = "Named principal",
        [AllocationTarget.BilledFee] = "Billed fee",
        [AllocationTarget.BilledInterest] = "Billed interest",
        [AllocationTarget.BilledPrincipal] = "Billed principal",
        [AllocationTarget.UnbilledFee] = "Unbilled fee",
        [AllocationTarget.UnbilledPrincipal] = "Unbilled principal",
        [AllocationTarget.CreditBalance] = "Credit balance",
    };

    /// <summary>Every title there is.</summary>
    public static IReadOnlyCollection<string> All => Titles.Values;

    /// <summary>A kind's title.</summary>
    public static string Of(AllocationTarget target) => Titles[target];
}
