namespace Cycle.Dashboard.Web.Reading;

/// <summary>A ledger account in the trial balance, in satang.</summary>
/// <param name="Date">The business date.</param>
/// <param name="Account">The ledger account.</param>
/// <param name="Debit">Debits up to the end of the date.</param>
/// <param name="Credit">Credits up to the end of the date.</param>
/// <param name="DebitOfDay">Debits since the trial balance before.</param>
/// <param name="CreditOfDay">Credits since the trial balance before.</param>
internal sealed record TrialBalanceRow(DateOnly Date, string Account, decimal Debit, decimal Credit, decimal DebitOfDay, decimal CreditOfDay);
