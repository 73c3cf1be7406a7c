namespace Cycle.Ledger.Accounts;

/// <summary>The terms of an account that govern interest and cuts, from a date on: a changed master file adds one, none is ever overwritten.</summary>
/// <param name="From">First date these terms hold.</param>
/// <param name="StatementDay">Nominal statement day, 1 to 31.</param>
/// <param name="Secured">Whether the secured rate applies.</param>
public sealed record AccountTerms(DateOnly From, int StatementDay, bool Secured);
