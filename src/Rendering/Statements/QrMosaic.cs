using QRCoder;

namespace Cycle.Rendering.Statements;

/// <summary>A QR code as the rectangles to fill: each run of dark modules in a row is one.</summary>
internal static class QrMosaic
{
    /// <summary>The dark runs of a code, with the quiet zone inside the square.</summary>
    /// <param name="payload">Text of the code.</param>
    /// <param name="left">Left edge of the square in points.</param>
    /// <param name="top">Top edge of the square in points.</param>
    /// <param name="side">Side of the square in points.</param>
    internal static List<(double X, double Y, double Width, double Height)> Tiles(string payload, double left, double top, double side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = side / rows.Count;
        var tiles = new List<(double, double, double, double)>(rows.Count * rows.Count / 4);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count;)
            {
                var run = DarkRun(rows[row], column);
                if (run > 0)
                {
                    tiles.Add((left + (column * module), top + (row * module), run * module, module));
                }

                column += Math.Max(run, 1);
            }
        }

        return tiles;
    }

    private static int DarkRun(System.Collections.BitArray row, int from)
    {
        var to = from;
        while (to < row.Count && row[to])
        {
            to++;
        }

        return to - from;
    }
}
