using System.Collections;
using QRCoder;

namespace Cycle.Rendering.Statements;

/// <summary>A QR code as bars: each run of dark modules in a row is one, on a grid of whole points, which keeps the file small and quick.</summary>
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

    /// <summary>The dark runs, each with its middle.</summary>
    /// <param name="rows">What <see cref="Encode"/> gives.</param>
    /// <param name="left">Left edge of the square in points, whole.</param>
    /// <param name="top">Top edge of the square in points, whole.</param>
    internal static IEnumerable<(double FromX, double ToX, double Y)> Bars(IReadOnlyList<BitArray> rows, int left, int top)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count;)
            {
                var run = DarkRun(rows[row], column);
                if (run > 0)
                {
                    yield return (left + (column * Module), left + ((column + run) * Module), top + (row * Module) + (Module / 2.0));
                }

                column += Math.Max(run, 1);
            }
        }
    }

    private static int DarkRun(BitArray row, int from)
    {
        var to = from;
        while (to < row.Count && row[to])
        {
            to++;
        }

        return to - from;
    }
}
