namespace Cycle.Jobs.Releases;

/// <summary>A statement that is held back.</summary>
/// <param name="StatementDate">Its date.</param>
/// <param name="AccountId">The account.</param>
/// <param name="HeldBy">Who holds it.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="Reason">Why.</param>
public sealed record HeldStatement(DateOnly StatementDate, string AccountId, string HeldBy, DateTimeOffset HeldAt, string Reason);
