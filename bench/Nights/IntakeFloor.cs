using Npgsql;

namespace Cycle.Bench.Nights;

/// <summary>
/// What intake is held against: the rows that the night took, in the order of their file, sent by one binary COPY in one durable
/// transaction into an empty table of the same columns. Once with the primary key only, once with every index and check of postings.
/// </summary>
/// <param name="KeyedSeconds">With the primary key.</param>
/// <param name="IndexedSeconds">With everything that postings has.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record IntakeFloor(double KeyedSeconds, double IndexedSeconds, long Rows)
{
    private static readonly string TakenTonight = $"taken_on = '{NightDays.Measured:yyyy-MM-dd}' and file_name <> ''";

    public static async Task<IntakeFloor> MeasureAsync(NpgsqlConnection connection, string folder)
    {
        var file = Path.Combine(folder, "floor-postings.bin");
        if (!File.Exists(file))
        {
            await RawCopy.SaveAsync(connection, $"select * from postings where {TakenTonight} order by file_name, line", file);
        }

        await using var count = new NpgsqlCommand($"select count(*) from postings where {TakenTonight}", connection) { CommandTimeout = 0 };
        var rows = (long)(await count.ExecuteScalarAsync())!;
        var keyed = await TimeAsync(connection, file, "(like postings, primary key (posting_id))");
        return new(keyed, await TimeAsync(connection, file, "(like postings including indexes including constraints)"), rows);
    }

    private static async Task<double> TimeAsync(NpgsqlConnection connection, string file, string like)
    {
        await RawCopy.RunAsync(connection, $"create table floor_postings {like}");
        var seconds = await RawCopy.TimeAsync(connection, () => RawCopy.SendAsync(connection, "floor_postings", file));
        await RawCopy.RunAsync(connection, "drop table floor_postings");
        return seconds;
    }
}
