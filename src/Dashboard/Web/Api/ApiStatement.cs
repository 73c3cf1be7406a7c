using Cycle.Dashboard.Web.Reading;
using Cycle.Ledger;
using Npgsql;

namespace Cycle.Dashboard.Web.Api;

/// <summary>A statement's figures. Amounts are baht as text with two decimals, so that no reader makes binary fractions of them.</summary>
internal sealed record ApiStatement(
    string AccountId, DateOnly StatementDate, DateOnly DueDate, string PreviousBalance, string Payments, string Refunds, string Purchases,
    string CashAdvances, string Instalments, string Fees, string Interest, string NewBalance, string MinimumPayment, int OverdueCycles,
    string OverdueAmount)
{
    /// <summary>A row.</summary>
    public static ApiStatement Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.Date(1), row.Date(2), Baht(row, 3), Baht(row, 4), Baht(row, 5), Baht(row, 6), Baht(row, 7), Baht(row, 8),
        Baht(row, 9), Baht(row, 10), Baht(row, 11), Baht(row, 12), row.GetInt32(13), Baht(row, 14));

    private static string Baht(NpgsqlDataReader row, int column) => new Money(row.GetInt64(column)).ToString();
}
