namespace Cycle.Rendering.Qr;

/// <summary>The fifteen bits that tell a reader the level of error correction and the mask, written twice around the corners.</summary>
internal static class QrFormat
{
    internal const int Bits = 15;

    private const int LevelM = 0b00;
    private const int CheckBits = 10;
    private const int Generator = 0x537;
    private const int Turned = 0x5412;

    /// <summary>Writes both copies.</summary>
    internal static void Write(QrGrid grid, int mask)
    {
        var format = Of(mask);
        for (var bit = 0; bit < Bits; bit++)
        {
            var (one, other) = Places(bit, grid.Side);
            grid.Set(one.X, one.Y, (format >> bit & 1) == 1);
            grid.Set(other.X, other.Y, (format >> bit & 1) == 1);
        }
    }

    /// <summary>Where a bit stands: beside the corner at the top left, and again beside the other two.</summary>
    internal static ((int X, int Y) One, (int X, int Y) Other) Places(int bit, int side)
    {
        var one = bit switch
        {
            < 6 => (8, bit),
            6 => (8, 7),
            7 => (8, 8),
            8 => (7, 8),
            _ => (14 - bit, 8),
        };
        return (one, bit < 8 ? (side - 1 - bit, 8) : (8, side - 15 + bit));
    }

    private static int Of(int mask)
    {
        var data = (LevelM << 3) | mask;
        var remainder = data << CheckBits;
        for (var bit = Bits - 1; bit >= CheckBits; bit--)
        {
            remainder = (remainder >> bit & 1) == 1 ? remainder ^ (Generator << (bit - CheckBits)) : remainder;
        }

        return ((data << CheckBits) | remainder) ^ Turned;
    }
}
