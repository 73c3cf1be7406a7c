using System.Text;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>A readable CSV file of rows that are wrong here and there, with the line on which each begins.</summary>
/// <param name="Content">The file.</param>
/// <param name="Rows">Its rows as they were written.</param>
/// <param name="Mutated">How many of them were changed.</param>
internal sealed record MutatedCsv(byte[] Content, IReadOnlyList<(long Line, string[] Cells)> Rows, int Mutated)
{
    private const int LongestRow = 60_000;

    /// <summary>Writes rows, quoted where they must be and where chance says so.</summary>
    /// <param name="columns">The header.</param>
    /// <param name="valid">The rows.</param>
    /// <param name="share">One row in so many stays as it is; of the others, all are changed.</param>
    /// <param name="dice">Chance.</param>
    public static MutatedCsv Of(IReadOnlyList<string> columns, IReadOnlyList<string[]> valid, Func<Dice, bool> isChanged, Dice dice)
    {
        var ending = dice.Of("\n", "\n", "\r\n", "\r");
        var order = Enumerable.Range(0, columns.Count).ToArray();
        if (dice.OneIn(4))
        {
            new Random(dice.Below(int.MaxValue)).Shuffle(order);
        }

        var text = new StringBuilder(dice.OneIn(5) ? "\uFEFF" : "").Append(Line([.. order.Select(at => columns[at])], dice)).Append(ending);
        var (rows, mutated, line) = (new List<(long, string[])>(), 0, 2L);
        foreach (var row in valid)
        {
            if (dice.OneIn(20))
            {
                text.Append(ending);
                line++;
            }

            var changed = isChanged(dice);
            var cells = changed ? RowMutations.Of(row, valid, dice) : row;
            mutated += changed ? 1 : 0;
            var written = Line(cells.Length == order.Length ? [.. order.Select(at => cells[at])] : cells, dice);
            if (Encoding.UTF8.GetByteCount(written) > LongestRow)
            {
                written = Line(["too long"], dice);
            }

            rows.Add((line, cells));
            text.Append(written).Append(ending);
            line += 1 + Breaks(written);
        }

        if (dice.OneIn(3))
        {
            text.Length -= ending.Length;
        }

        return new(Encoding.UTF8.GetBytes(text.ToString()), rows, mutated);
    }

    /// <summary>A row by RFC 4180. One blank cell alone is quoted: without quotes it would be no row.</summary>
    private static string Line(string[] cells, Dice dice) => string.Join(',', cells.Select(cell =>
        cell.AsSpan().IndexOfAny("\",\r\n") >= 0 || dice.OneIn(12) || (cell.Length == 0 && cells.Length == 1)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));

    private static int Breaks(string text) =>
        text.Where((sign, at) => sign == '\r' || (sign == '\n' && (at == 0 || text[at - 1] != '\r'))).Count();
}
