namespace Cycle.Jobs.Intake.Csv;

/// <summary>Lines of a file as an editor counts them: CRLF, LF and CR alone each end one.</summary>
internal static class PhysicalLine
{
    /// <summary>The line a byte stands on, from 1. Reads the file up to there; only used to tell why a file is refused.</summary>
    public static long At(string path, long offset)
    {
        using var file = File.OpenRead(path);
        var block = new byte[64 * 1024];
        var (line, before) = (1L, (byte)0);
        for (var left = offset; left > 0;)
        {
            var read = file.Read(block, 0, (int)Math.Min(block.Length, left));
            if (read == 0)
            {
                break;
            }

            foreach (var now in block.AsSpan(0, read))
            {
                line += now == '\r' || (now == '\n' && before != '\r') ? 1 : 0;
                before = now;
            }

            left -= read;
        }

        return line;
    }
}
