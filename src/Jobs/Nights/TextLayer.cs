using Cycle.Jobs.Runs;
using Cycle.Rendering;
using Cycle.Rendering.Pdf;

namespace Cycle.Jobs.Nights;

/// <summary>Reads some of the night's PDFs back from the disk, by another program, and holds them against what they were drawn from.</summary>
internal static class TextLayer
{
    // Of a small night every partition; of a large one a tenth of the others, so that reading back stays a small part of drawing.
    private const int PartitionsAlwaysSampled = 20;
    private const int OneInPartitions = 10;

    /// <summary>Which statement of a partition is read back: another place every night, the same one when the night is run again.</summary>
    /// <returns>Its place, from 0; null when none of this partition is.</returns>
    public static int? SampleOf(Partition partition, DateOnly date) =>
        partition.Number >= PartitionsAlwaysSampled && partition.Number % OneInPartitions != 0
            ? null
            : (date.DayNumber + partition.Number) % Math.Max(1, partition.Accounts);

    /// <summary>Reads a file back.</summary>
    /// <exception cref="RenderingException">The file does not tell what the statement says; the message names file and figures.</exception>
    public static async Task CheckAsync(string path, StatementDocument document, Theme theme, CancellationToken cancellationToken)
    {
        var text = await PdfText.ReadAsync(path, cancellationToken);
        var missing = StatementFigures.Payable(document, theme).Where(figure => !figure.IsIn(text)).ToList();
        if (missing.Count > 0)
        {
            throw new RenderingException(
                $"The PDF {path} does not tell what the statement says: {string.Join(", ", missing.Select(figure => $"{figure.Name} {figure.Text}"))} " +
                "cannot be read in its text. Nothing may be sent: look at the file and at the theme, then run the night again.");
        }
    }
}
