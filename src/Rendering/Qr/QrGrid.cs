namespace Cycle.Rendering.Qr;

/// <summary>A square of modules, at most 64 on a side, kept by rows and by columns so that whole lines are worked on at once.</summary>
/// <param name="side">Modules on each side.</param>
internal sealed class QrGrid(int side)
{
    /// <summary>The rows from the top; bit x is the module of column x, one for dark.</summary>
    internal ulong[] Rows { get; } = new ulong[side];

    /// <summary>The columns from the left; bit y is the module of row y.</summary>
    internal ulong[] Columns { get; } = new ulong[side];

    internal int Side => side;

    internal bool IsSet(int x, int y) => (Rows[y] >> x & 1) == 1;

    internal void Set(int x, int y, bool dark)
    {
        var (inRow, inColumn) = (1UL << x, 1UL << y);
        Rows[y] = dark ? Rows[y] | inRow : Rows[y] & ~inRow;
        Columns[x] = dark ? Columns[x] | inColumn : Columns[x] & ~inColumn;
    }

    /// <summary>Makes this the one grid with the modules of the other turned over.</summary>
    internal void BecomeTurned(QrGrid grid, QrGrid by)
    {
        for (var at = 0; at < side; at++)
        {
            Rows[at] = grid.Rows[at] ^ by.Rows[at];
            Columns[at] = grid.Columns[at] ^ by.Columns[at];
        }
    }
}
