using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger;

namespace Cycle.Jobs.Intake.Files;

/// <summary>Counts the rows of a file and adds up a column while the file is read.</summary>
/// <param name="amountColumn">The column to add up, if any.</param>
internal sealed class FileTally(int? amountColumn)
{
    private const int LongestAmount = 32;

    private long _rows;
    private Int128 _hundredths;

    /// <summary>Adds the current row.</summary>
    public void Add(CsvFile file)
    {
        _rows++;
        if (amountColumn is { } column && file.IsComplete)
        {
            _hundredths += Hundredth(file.Bytes(column));
        }
    }

    /// <summary>The figures of a file that was read to its end.</summary>
    public FileSurvey Of(CsvFile file) => new(file.Sha256, _rows, amountColumn is null ? null : (decimal)_hundredths / 100m);

    private static long Hundredth(ReadOnlySpan<byte> amount)
    {
        Span<char> text = stackalloc char[LongestAmount];
        if (amount.Length > LongestAmount)
        {
            return 0;
        }

        for (var i = 0; i < amount.Length; i++)
        {
            text[i] = (char)amount[i];
        }

        return Hundredths.TryParse(text[..amount.Length], out var value) ? value : 0;
    }
}
