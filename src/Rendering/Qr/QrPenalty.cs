using System.Numerics;

namespace Cycle.Rendering.Qr;

/// <summary>How hard a code is to read (ISO/IEC 18004, section 7.8.3): the mask with the lowest sum is taken. Whole lines at once.</summary>
internal static class QrPenalty
{
    private const int ForBlock = 3;
    private const int ForFinder = 40;
    private const int ForTwentieth = 10;

    // 1011101 with four light modules before or behind it.
    private const uint FinderThenLight = 0b00001011101;
    private const uint LightThenFinder = 0b10111010000;
    private const int FinderModules = 11;

    /// <summary>The sum of all four rules.</summary>
    internal static int Of(QrGrid grid)
    {
        var (sum, dark) = (0, 0);
        for (var at = 0; at < grid.Side; at++)
        {
            sum += OfLine(grid.Rows[at], grid.Side) + OfLine(grid.Columns[at], grid.Side);
            dark += BitOperations.PopCount(grid.Rows[at]);
            if (at > 0)
            {
                sum += ForBlock * BlocksBetween(grid.Rows[at - 1], grid.Rows[at], grid.Side);
            }
        }

        return sum + Balance(dark, grid.Side * grid.Side);
    }

    private static int OfLine(ulong line, int side) => Runs(line, side) + (ForFinder * Finders(line, side));

    /// <summary>Three for five modules of one colour in a row, one more for each further one.</summary>
    private static int Runs(ulong line, int side)
    {
        var same = Same(line, side);
        var five = same & (same >> 1) & (same >> 2) & (same >> 3);
        return BitOperations.PopCount(five) + (2 * BitOperations.PopCount(five & ~(five << 1)));
    }

    /// <summary>Bit x is one where modules x and x + 1 have one colour.</summary>
    private static ulong Same(ulong line, int side) => ~(line ^ (line >> 1)) & ((1UL << (side - 1)) - 1);

    private static int BlocksBetween(ulong above, ulong below, int side)
    {
        var equal = ~(above ^ below);
        return BitOperations.PopCount(Same(above, side) & equal & (equal >> 1));
    }

    private static int Finders(ulong line, int side)
    {
        var places = (1UL << (side - FinderModules + 1)) - 1;
        var (one, other) = (places, places);
        for (var at = 0; at < FinderModules; at++)
        {
            var dark = line >> at;
            one &= (FinderThenLight >> at & 1) == 1 ? dark : ~dark;
            other &= (LightThenFinder >> at & 1) == 1 ? dark : ~dark;
        }

        return BitOperations.PopCount(one) + BitOperations.PopCount(other);
    }

    /// <summary>Ten for each whole twentieth that the dark modules are away from half.</summary>
    private static int Balance(int dark, int all) => ForTwentieth * (Math.Abs((dark * 20) - (all * 10)) / all);
}
