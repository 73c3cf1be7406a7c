namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Makes a row wrong, or oddly right, in ways that leave the file readable.</summary>
internal static class RowMutations
{
    /// <summary>A copy of a row with one to three things changed.</summary>
    /// <param name="row">A valid row.</param>
    /// <param name="others">Rows whose cells may get into it.</param>
    /// <param name="dice">Chance.</param>
    public static string[] Of(string[] row, IReadOnlyList<string[]> others, Dice dice)
    {
        var cells = row.ToList();
        for (var changes = 1 + dice.Below(3); changes > 0; changes--)
        {
            Change(cells, others, dice);
        }

        return [.. cells];
    }

    private static void Change(List<string> cells, IReadOnlyList<string[]> others, Dice dice)
    {
        var at = dice.Below(cells.Count);
        switch (dice.Below(12))
        {
            case 0:
                cells[at] = "";
                break;
            case 1:
                var other = dice.Of(others);
                cells[at] = other[at % other.Length];
                break;
            case 2:
                var to = dice.Below(cells.Count);
                (cells[at], cells[to]) = (cells[to], cells[at]);
                break;
            case 3 when dice.OneIn(3):
                cells.RemoveAt(at);
                break;
            case 4 when dice.OneIn(3):
                cells.Insert(at, OddCells.Any(dice));
                break;
            case 5 when dice.OneIn(3):
                cells.RemoveRange(at, cells.Count - at);
                break;
            case 6:
                cells[at] = cells[at][..dice.Below(cells[at].Length + 1)];
                break;
            case 7:
                cells[at] += OddCells.Any(dice);
                break;
            case 8 when cells[at].Length > 0:
                var place = dice.Below(cells[at].Length);
                cells[at] = cells[at][..place] + dice.Of("0", "9", "-", ".", " ", "ก", "\"", ",", "\n") + cells[at][(place + 1)..];
                break;
            default:
                cells[at] = OddCells.Any(dice);
                break;
        }

        if (cells.Count == 0)
        {
            cells.Add("");
        }
    }
}
