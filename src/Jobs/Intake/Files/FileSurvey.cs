using Cycle.Jobs.Intake.Csv;
using Cycle.Ledger;

namespace Cycle.Jobs.Intake.Files;

/// <summary>What a first look at the whole file tells, before anything of it is written: it is readable to its end, and its figures.</summary>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Rows">Rows.</param>
/// <param name="AmountTotal">Sum of the amount column; amounts that cannot be read, and rows of a wrong number of cells, add nothing.</param>
internal sealed record FileSurvey(string Sha256, long Rows, decimal? AmountTotal)
{
    private const int LongestAmount = 32;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns it must have.</param>
    /// <param name="amountColumn">The column to add up, if any.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UnreadableFile">It is not such a file.</exception>
    public static FileSurvey Of(string path, IReadOnlyList<string> columns, int? amountColumn, CancellationToken cancellationToken)
    {
        using var file = CsvFile.Open(path, columns);
        long rows = 0;
        Int128 hundredths = 0;
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows++;
            if (amountColumn is { } column && file.IsComplete)
            {
                hundredths += Hundredth(file.Bytes(column));
            }
        }

        return new(file.Sha256, rows, amountColumn is null ? null : (decimal)hundredths / 100m);
    }

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
