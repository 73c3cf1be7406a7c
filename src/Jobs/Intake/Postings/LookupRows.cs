using Npgsql;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Reads values of looked up rows.</summary>
internal static class LookupRows
{
    /// <summary>A date, or null where the row has none.</summary>
    public static DateOnly? DateOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
