namespace Cycle.Bench.Portfolio;

/// <summary>One line of RFC 4180 CSV, ended by a line feed.</summary>
internal static class CsvLine
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter writer, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            var cell = cells[i];
            writer.Write(cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        writer.Write('\n');
    }

    /// <summary>UTF-8 without a byte order mark, line feeds only.</summary>
    public static StreamWriter Open(string path) => new(path, append: false, new System.Text.UTF8Encoding(false), 1 << 14) { NewLine = "\n" };
}
