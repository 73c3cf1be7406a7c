using Npgsql;

namespace Cycle.Dashboard.Web.Reading;

/// <summary>A line of the journal, in satang.</summary>
/// <param name="Entry">The account's entry.</param>
/// <param name="Line">The line in it.</param>
/// <param name="Date">The business date.</param>
/// <param name="Kind">What it books.</param>
/// <param name="Reference">The posting or cut behind it.</param>
/// <param name="GlAccount">The ledger account.</param>
/// <param name="Debit">Debit.</param>
/// <param name="Credit">Credit.</param>
/// <param name="Hash">The beginning of the entry's hash.</param>
internal sealed record JournalRow(
    int Entry, short Line, DateOnly Date, string Kind, string Reference, string GlAccount, long Debit, long Credit, string Hash)
{
    /// <summary>A row.</summary>
    public static JournalRow Read(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetInt16(1), row.Date(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetInt64(7),
        row.GetString(8));
}
