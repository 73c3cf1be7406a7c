using System.Text;

namespace Cycle.Jobs.Tests.Fuzz;

/// <summary>Damages a file as transfers, editors and other programs do.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Inserted =
    [
        [0], [0xFF], [0xC0, 0x80], [0xE0, 0xB8], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xEF, 0xBF, 0xBD], [0x1A], [0x0D], [0x0A],
        [0x22], [0x22, 0x22], [0x2C], [0x09], [0x5C], [0x7B], [0x7D], [0x5B], .. new[] { "\\ud800", "\\u0000", "1e999", "null", "9999999999999999999", "4111111111111111" }
            .Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>A copy with one to three things changed; it may come out the same.</summary>
    public static byte[] Of(byte[] valid, Dice dice)
    {
        var bytes = valid;
        for (var changes = 1 + dice.Below(3); changes > 0; changes--)
        {
            bytes = Change(bytes, dice);
        }

        return bytes;
    }

    private static byte[] Change(byte[] bytes, Dice dice)
    {
        var at = dice.Below(bytes.Length + 1);
        var to = Math.Min(bytes.Length, at + 1 + dice.Below(dice.Of(2, 20, 2_000)));
        return dice.Below(16) switch
        {
            0 or 1 when at < bytes.Length => [.. bytes[..at], (byte)(bytes[at] ^ (1 << dice.Below(8))), .. bytes[(at + 1)..]],
            2 when at < bytes.Length => [.. bytes[..at], dice.Byte(), .. bytes[(at + 1)..]],
            3 or 4 => [.. bytes[..at], .. dice.Of(Inserted), .. bytes[at..]],
            5 => [.. bytes[..at], .. bytes[to..]],
            6 => [.. bytes[..at], .. bytes[at..to], .. bytes[at..]],
            7 => bytes[..at],
            8 => [0xEF, 0xBB, 0xBF, .. bytes],
            9 => Reencoded(bytes, dice),
            10 => Text(bytes, text => text.Replace("\n", dice.Of("\r\n", "\r", "\n\n", ""), StringComparison.Ordinal)),
            11 => Text(bytes, text => text.Replace(',', dice.Of(';', '\t', '|'))),
            12 when dice.OneIn(8) => dice.Of<byte[]>([], [.. bytes, .. bytes], [.. Enumerable.Repeat(dice.Byte(), 70_000)]),
            _ => Lines(bytes, dice),
        };
    }

    private static byte[] Lines(byte[] bytes, Dice dice) => Text(bytes, text =>
    {
        var lines = text.Split('\n').ToList();
        var (at, to) = (dice.Below(lines.Count), dice.Below(lines.Count));
        switch (dice.Below(4))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(to, lines[at]);
                break;
            case 2:
                (lines[at], lines[to]) = (lines[to], lines[at]);
                break;
            default:
                lines[at] += "," + OddCells.Any(dice);
                break;
        }

        return string.Join('\n', lines);
    });

    private static byte[] Reencoded(byte[] bytes, Dice dice)
    {
        var encoding = dice.Of(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(bytes))];
    }

    private static byte[] Text(byte[] bytes, Func<string, string> change) => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes)));
}
