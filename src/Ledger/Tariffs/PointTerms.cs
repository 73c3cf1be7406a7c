namespace Cycle.Ledger.Tariffs;

/// <summary>How a product earns points (rules.md section 10).</summary>
/// <param name="BahtPerPoint">Whole baht of purchases for one point, above zero.</param>
/// <param name="ValidMonths">Months from the earned date to the expiry date; none when points do not expire.</param>
/// <param name="IsCoBrand">Whether each card is a pool of its own; otherwise a customer's cards share one.</param>
public sealed record PointTerms(int BahtPerPoint, int? ValidMonths, bool IsCoBrand);
