using Cycle.Jobs.Intake.Csv;

namespace Cycle.Jobs.Intake.Openings;

/// <summary>
/// The accounts of an opening file: an ACCOUNT row with all rows up to the next one. Whatever such a row says, it belongs to the
/// account it stands below, so that no row is ever lost without its account being rejected.
/// </summary>
/// <param name="file">The file, before its first row.</param>
internal sealed class OpeningBlocks(CsvFile file)
{
    /// <summary>The most rows an account may have.</summary>
    public const int MostRows = 5_000;

    private readonly OpeningRowReader _reader = new(file);
    private OpeningRow? _next;

    /// <summary>The rows of the next account; none at the end of the file.</summary>
    /// <exception cref="UnreadableFile">There are more than an account may have.</exception>
    public List<OpeningRow> Next()
    {
        var rows = new List<OpeningRow>();
        for (_next ??= ReadRow(); _next is { } row && (rows.Count == 0 || !row.IsHead); _next = ReadRow())
        {
            if (rows.Count == MostRows)
            {
                throw new UnreadableFile($"line {row.Line} is more than {MostRows} rows below line {rows[0].Line}, where its account begins; fewer expected.");
            }

            rows.Add(row);
        }

        return rows;
    }

    private OpeningRow? ReadRow() => file.Read() ? _reader.Read() : null;
}
