using Cycle.Ledger.Billing;
using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Opening;

/// <summary>The fees an opening may name.</summary>
public static class FeeKinds
{
    private static readonly Dictionary<string, PostingKind> Own = Enum.GetValues<PostingKind>()
        .Where(kind => kind.IsFee()).ToDictionary(kind => kind.Name(), StringComparer.Ordinal);

    /// <summary>Fees that come with an item or plan, in the order they are printed.</summary>
    public static IReadOnlyList<string> WithPosting { get; } =
        [FeeNames.CashAdvance, FeeNames.CashAdvanceVat, FeeNames.FxRisk, FeeNames.TaxPayment];

    /// <summary>Fees that no posting file may bring: what was charged since the last statement has no other way in.</summary>
    public static IReadOnlyList<string> OfNights { get; } =
        [PostingKind.FeeEntrance.Name(), PostingKind.FeeAnnual.Name(), PostingKind.FeeCollection.Name()];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WithPosting, .. Own.Keys];

    /// <summary>The place of a fee among those of one posting.</summary>
    internal static int Rank(string kind) => WithPosting.TakeWhile(other => other != kind).Count();

    /// <summary>The posting kind of a fee that is a posting of its own.</summary>
    /// <param name="kind">The fee's name.</param>
    public static PostingKind PostingKindOf(string kind) => Own[kind];
}
