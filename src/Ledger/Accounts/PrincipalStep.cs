namespace Cycle.Ledger.Accounts;

/// <summary>An item's principal at the end of each day from a date on, until the next step.</summary>
/// <param name="From">First day.</param>
/// <param name="Principal">Zero or above.</param>
public readonly record struct PrincipalStep(DateOnly From, Money Principal);
