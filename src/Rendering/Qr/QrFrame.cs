using System.Collections.Concurrent;

namespace Cycle.Rendering.Qr;

/// <summary>What all codes of one size share: the fixed patterns, the eight masks, and the order in which data fills what is left.</summary>
internal sealed class QrFrame
{
    /// <summary>Masks the standard knows.</summary>
    internal const int Masks = 8;

    private const int TimingLine = 6;

    private static readonly ConcurrentDictionary<QrSize, QrFrame> OfSizes = [];

    private readonly QrGrid taken;

    private QrFrame(QrSize size)
    {
        Side = size.Side;
        Dark = new(Side);
        taken = new(Side);
        PlaceTiming();
        PlaceFinder(0, 0);
        PlaceFinder(Side - 7, 0);
        PlaceFinder(0, Side - 7);
        PlaceAlignment(size.Alignment);
        PlaceFormatRoom();
        Order = [.. FreeModules()];
        MaskGrids = [.. Enumerable.Range(0, Masks).Select(MaskGrid)];
    }

    internal int Side { get; }

    /// <summary>The dark modules of the fixed patterns.</summary>
    internal QrGrid Dark { get; }

    /// <summary>Where each bit of the data goes, in order.</summary>
    internal IReadOnlyList<(int X, int Y)> Order { get; }

    /// <summary>For each mask the data modules it turns over.</summary>
    internal IReadOnlyList<QrGrid> MaskGrids { get; }

    /// <summary>The frame of a size; made once.</summary>
    internal static QrFrame Of(QrSize size) => OfSizes.GetOrAdd(size, static size => new(size));

    private void PlaceTiming()
    {
        for (var at = 0; at < Side; at++)
        {
            Fix(TimingLine, at, at % 2 == 0);
            Fix(at, TimingLine, at % 2 == 0);
        }
    }

    /// <summary>A square of seven modules with rings, and the light line around it as far as it lies inside.</summary>
    private void PlaceFinder(int left, int top)
    {
        for (var y = -1; y <= 7; y++)
        {
            for (var x = -1; x <= 7; x++)
            {
                var ring = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3));
                Fix(left + x, top + y, ring is not (2 or 4));
            }
        }
    }

    private void PlaceAlignment(int middle)
    {
        for (var y = -2; y <= 2 && middle > 0; y++)
        {
            for (var x = -2; x <= 2; x++)
            {
                Fix(middle + x, middle + y, Math.Max(Math.Abs(x), Math.Abs(y)) != 1);
            }
        }
    }

    /// <summary>Keeps the places of the format free of data; the format is written by who knows the mask.</summary>
    private void PlaceFormatRoom()
    {
        for (var bit = 0; bit < QrFormat.Bits; bit++)
        {
            var (one, other) = QrFormat.Places(bit, Side);
            Fix(one.X, one.Y, false);
            Fix(other.X, other.Y, false);
        }

        Fix(8, Side - 8, true);
    }

    private void Fix(int x, int y, bool dark)
    {
        if (x >= 0 && y >= 0 && x < Side && y < Side)
        {
            taken.Set(x, y, true);
            Dark.Set(x, y, dark);
        }
    }

    /// <summary>Pairs of columns from the right, upwards and downwards in turns; the column of the timing line is left out.</summary>
    private IEnumerable<(int X, int Y)> FreeModules()
    {
        var upwards = true;
        for (var right = Side - 1; right >= 1; right -= 2, upwards = !upwards)
        {
            right = right == TimingLine ? right - 1 : right;
            for (var step = 0; step < Side; step++)
            {
                var y = upwards ? Side - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (!taken.IsSet(x, y))
                    {
                        yield return (x, y);
                    }
                }
            }
        }
    }

    private QrGrid MaskGrid(int mask)
    {
        var grid = new QrGrid(Side);
        foreach (var (x, y) in Order)
        {
            grid.Set(x, y, Turns(mask, x, y));
        }

        return grid;
    }

    private static bool Turns(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };
}
