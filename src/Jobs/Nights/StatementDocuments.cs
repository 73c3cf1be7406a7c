using Cycle.Ledger.Storage.Statements;
using Cycle.Ledger.Tariffs;
using Cycle.Rendering;

namespace Cycle.Jobs.Nights;

/// <summary>An issued statement as the printer wants it.</summary>
public static class StatementDocuments
{
    /// <summary>The document of a statement: always as it was issued, whatever the master says now.</summary>
    /// <param name="stored">The statement.</param>
    /// <param name="tariff">The tariff that made it.</param>
    public static StatementDocument Of(StoredStatement stored, Tariff tariff)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(tariff);
        var due = stored.Statement.DueDate;
        return new(
            stored.Holder.Account, stored.Holder.Cards, stored.Statement, stored.AvailableCredit, stored.AnnualRate,
            new(tariff.MinimumShare.On(due), tariff.MinimumRounding.On(due), tariff.MinimumFloor.On(due)), stored.Spending);
    }
}
