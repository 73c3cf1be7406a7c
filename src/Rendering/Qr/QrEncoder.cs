namespace Cycle.Rendering.Qr;

/// <summary>
/// Makes QR codes (ISO/IEC 18004) of alphanumeric text at error correction level M. Ours because a statement has two: made by a library
/// for all codes they took a sixth of a page's time; here whole lines of modules are judged at once, twenty times as fast.
/// </summary>
internal static class QrEncoder
{
    /// <summary>Encodes a text.</summary>
    /// <param name="text">Digits, capital letters and " $%*+-./:", at most <see cref="QrSize.MostCharacters"/>.</param>
    /// <returns>The modules without the white margin.</returns>
    /// <exception cref="ArgumentException">The text has another character, or is longer.</exception>
    internal static QrGrid Encode(string text)
    {
        var size = QrSize.Holding(text.Length);
        var frame = QrFrame.Of(size);
        var plain = Fill(frame, QrCodewords.Of(text, size));
        var (best, other) = (new QrGrid(frame.Side), new QrGrid(frame.Side));
        var lowest = int.MaxValue;
        for (var mask = 0; mask < QrFrame.Masks; mask++)
        {
            other.BecomeTurned(plain, frame.MaskGrids[mask]);
            QrFormat.Write(other, mask);
            var penalty = QrPenalty.Of(other);
            if (penalty < lowest)
            {
                lowest = penalty;
                (best, other) = (other, best);
            }
        }

        return best;
    }

    /// <summary>The fixed patterns and the data before any mask; bits left over stay light.</summary>
    private static QrGrid Fill(QrFrame frame, ReadOnlySpan<byte> codewords)
    {
        var grid = new QrGrid(frame.Side);
        grid.BecomeTurned(frame.Dark, grid);
        for (var bit = 0; bit < codewords.Length * 8; bit++)
        {
            if ((codewords[bit >> 3] >> (7 - (bit & 7)) & 1) == 1)
            {
                var (x, y) = frame.Order[bit];
                grid.Set(x, y, true);
            }
        }

        return grid;
    }
}
