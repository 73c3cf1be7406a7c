using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger;

namespace Cycle.Jobs.Intake.Files;

/// <summary>Counts the rows of a file and adds up a column while the file is read.</summary>
/// <param name="amountColumn">The column to add up, if any.</param>
internal sealed class FileTally(int? amountColumn)
{
    private long _rows;
    private Int128 _hundredths;

    /// <summary>Adds the current row.</summary>
    public void Add(CsvFile file)
    {
        _rows++;
        if (amountColumn is { } column && file.IsComplete)
        {
            _hundredths += Hundredths.TryParse(file.Bytes(column), out var amount) ? amount : 0;
        }
    }

    /// <summary>The figures of a file that was read to its end.</summary>
    public FileSurvey Of(CsvFile file) => new(file.Sha256, _rows, amountColumn is null ? null : (decimal)_hundredths / 100m);
}
