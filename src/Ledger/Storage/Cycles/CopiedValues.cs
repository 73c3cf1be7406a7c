using Npgsql;

namespace Cycle.Ledger.Storage.Cycles;

/// <summary>Reads values of rows that COPY brings out.</summary>
internal static class CopiedValues
{
    /// <summary>The next value, of a date column; null when there is none.</summary>
    public static DateOnly? DateOrNull(this NpgsqlBinaryExporter row)
    {
        if (!row.IsNull)
        {
            return row.Read<DateOnly>();
        }

        row.Skip();
        return null;
    }
}
