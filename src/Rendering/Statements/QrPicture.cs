using System.Collections;
using QRCoder;

namespace Cycle.Rendering.Statements;

/// <summary>A QR code as rows of bars, one for each run of dark modules, on a grid of whole points, which keeps the file small and quick.</summary>
internal static class QrPicture
{
    /// <summary>Side of one module in points: 0.7 mm, which every phone reads.</summary>
    internal const int Module = 2;

    /// <summary>White modules around a code, as the standard asks; they lie inside the square.</summary>
    internal const int QuietModules = 4;

    /// <summary>The modules of a code, quiet zone included, true for dark.</summary>
    /// <param name="payload">Text of the code.</param>
    internal static IReadOnlyList<BitArray> Encode(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix;
    }

    /// <summary>The rows of a code from the first dark module of each: runs of dark, light, dark and so on, of an even count.</summary>
    /// <param name="rows">What <see cref="Encode"/> gives.</param>
    /// <returns>Row and column of the first dark module, and the lengths of the runs in points.</returns>
    internal static IEnumerable<(int Row, int Column, double[] Lengths)> Bars(IReadOnlyList<BitArray> rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var first = RunEnd(rows[row], 0, dark: false);
            if (first < rows.Count)
            {
                yield return (row, first, Lengths(rows[row], first));
            }
        }
    }

    private static double[] Lengths(BitArray row, int first)
    {
        // Dark and light take turns, and the quiet zone on the right makes the last run a light one.
        var lengths = new List<double>(row.Count);
        for (var (at, dark) = (first, true); at < row.Count; dark = !dark)
        {
            var end = RunEnd(row, at, dark);
            lengths.Add((end - at) * Module);
            at = end;
        }

        return [.. lengths];
    }

    private static int RunEnd(BitArray row, int from, bool dark)
    {
        var to = from;
        while (to < row.Count && row[to] == dark)
        {
            to++;
        }

        return to;
    }
}
