using Cycle.Jobs.Intake.Csv;

namespace Cycle.Jobs.Intake.Files;

/// <summary>What reading a whole file tells: it is readable to its end, and its figures.</summary>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Rows">Rows.</param>
/// <param name="AmountTotal">Sum of the amount column; amounts that cannot be read, and rows of a wrong number of cells, add nothing.</param>
internal sealed record FileSurvey(string Sha256, long Rows, decimal? AmountTotal)
{
    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns it must have.</param>
    /// <param name="amountColumn">The column to add up, if any.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UnreadableFile">It is not such a file.</exception>
    public static FileSurvey Of(string path, IReadOnlyList<string> columns, int? amountColumn, CancellationToken cancellationToken)
    {
        using var file = CsvFile.Open(path, columns);
        var tally = new FileTally(amountColumn);
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(file);
        }

        return tally.Of(file);
    }

    /// <summary>Makes sure that what was read again is what was looked at first.</summary>
    /// <param name="read">The file, read to its end.</param>
    /// <exception cref="UnreadableFile">It changed in the meantime.</exception>
    public void CheckUnchanged(CsvFile read)
    {
        if (read.Sha256 != Sha256)
        {
            throw new UnreadableFile("the file changed while it was being read; it must be complete before it is put here.");
        }
    }
}
