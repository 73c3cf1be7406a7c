namespace Cycle.Jobs.Replay;

/// <summary>Compares what a case made with what is expected, byte for byte, and shows a difference so that a person sees it.</summary>
internal static class Comparison
{
    private const int ShownLines = 12;

    /// <summary>Compares every expected file; files that are not expected are not looked at.</summary>
    public static (int Compared, List<string> Differences) Of(string expected, string made)
    {
        var differences = new List<string>();
        var files = Directory.Exists(expected)
            ? Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()
            : [];
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(expected, file);
            var other = Path.Combine(made, name);
            if (!File.Exists(other))
            {
                differences.Add($"{name}: expected, but not made");
            }
            else if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other)))
            {
                differences.Add(Show(name, file, other));
            }
        }

        return (files.Count, differences);
    }

    private static string Show(string name, string expected, string made)
    {
        if (name.EndsWith(".pdf", StringComparison.Ordinal))
        {
            return $"{name}: the bytes differ";
        }

        string[] left = File.ReadAllLines(expected), right = File.ReadAllLines(made);
        var first = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var same = left.Reverse().Zip(right.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        same = Math.Min(same, Math.Min(left.Length, right.Length) - first);
        var shown = Lines(left, first, same, '-').Concat(Lines(right, first, same, '+'));
        return $"{name}: differs from line {first + 1}\n{string.Join('\n', shown)}";
    }

    private static IEnumerable<string> Lines(string[] lines, int first, int sameAtEnd, char sign)
    {
        var count = lines.Length - sameAtEnd - first;
        var shown = lines.Skip(first).Take(Math.Min(count, ShownLines)).Select(line => $"    {sign} {line}");
        return count > ShownLines ? shown.Append($"    {sign} ... and {count - ShownLines} more lines") : shown;
    }
}
