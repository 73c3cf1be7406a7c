namespace Cycle.Rendering;

/// <summary>The loyalty points a statement shows (rules.md sections 6 and 10). Whole points.</summary>
/// <param name="Earned">Earned in this cycle; negative when refunds outweigh purchases.</param>
/// <param name="Used">Redeemed in this cycle, zero or above.</param>
/// <param name="Balance">Left on the statement date.</param>
/// <param name="Expiring">Of those, the ones that die next; 0 when none ever do.</param>
/// <param name="ExpiringOn">The last day they can be used; null when <paramref name="Expiring"/> is 0.</param>
public sealed record PointsSummary(long Earned, long Used, long Balance, long Expiring, DateOnly? ExpiringOn);
