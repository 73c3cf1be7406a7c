using System.Globalization;

namespace Cycle.Jobs.Intake.Csv;

/// <summary>Matches a header row with the columns a file must have.</summary>
internal static class Header
{
    /// <summary>A header of thousands of wrong columns is not told in full.</summary>
    private const int MostNamed = 5;

    /// <summary>The place of each expected column in the file.</summary>
    /// <param name="found">The header's cells.</param>
    /// <param name="expected">The columns, exactly these names.</param>
    /// <exception cref="UnreadableFile">A column is unknown, missing or there twice.</exception>
    public static int[] Match(IReadOnlyList<string> found, IReadOnlyList<string> expected)
    {
        if (found.Count == 0)
        {
            throw new UnreadableFile($"the file is empty; a header with {Names(expected)} expected.");
        }

        Refuse("an unknown column", found.Except(expected), expected);
        Refuse("twice the column", found.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key), expected);
        var missing = expected.Except(found).ToList();
        if (missing.Count > 0)
        {
            throw new UnreadableFile($"the header lacks the column {Names(missing)}; {Count(expected)} columns expected: {Names(expected)}.");
        }

        return [.. expected.Select(name => found.ToList().IndexOf(name))];
    }

    private static void Refuse(string what, IEnumerable<string> names, IReadOnlyList<string> expected)
    {
        if (names.ToList() is [_, ..] bad)
        {
            throw new UnreadableFile(
                $"the header has {what} {string.Join(", ", bad.Take(MostNamed).Select(Found.Text))}; {Count(expected)} columns expected: {Names(expected)}.");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string Count(IReadOnlyList<string> names) => names.Count.ToString(CultureInfo.InvariantCulture);
}
