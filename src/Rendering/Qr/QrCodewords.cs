namespace Cycle.Rendering.Qr;

/// <summary>A text of the alphanumeric set as the bytes of a QR code: data of all blocks in turns, then their error correction in turns.</summary>
internal static class QrCodewords
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int AlphanumericMode = 0b0010;
    private const int ModeBits = 4;
    private const int CountBits = 9;

    /// <summary>Encodes a text.</summary>
    /// <exception cref="ArgumentException">A character is not of the set.</exception>
    internal static byte[] Of(string text, QrSize size)
    {
        var data = Data(text, size.Blocks * size.DataBytes);
        var whole = new byte[size.Blocks * (size.DataBytes + size.CheckBytes)];
        var generator = ReedSolomon.Generator(size.CheckBytes);
        Span<byte> check = stackalloc byte[size.CheckBytes];
        for (var block = 0; block < size.Blocks; block++)
        {
            var own = data.AsSpan(block * size.DataBytes, size.DataBytes);
            ReedSolomon.Remainder(own, generator, check);
            for (var at = 0; at < own.Length; at++)
            {
                whole[(at * size.Blocks) + block] = own[at];
            }

            for (var at = 0; at < check.Length; at++)
            {
                whole[data.Length + (at * size.Blocks) + block] = check[at];
            }
        }

        return whole;
    }

    private static byte[] Data(string text, int capacity)
    {
        var bits = new BitWriter(capacity);
        bits.Append(AlphanumericMode, ModeBits);
        bits.Append(text.Length, CountBits);
        for (var at = 0; at + 1 < text.Length; at += 2)
        {
            bits.Append((Number(text[at]) * Alphabet.Length) + Number(text[at + 1]), 11);
        }

        if (text.Length % 2 == 1)
        {
            bits.Append(Number(text[^1]), 6);
        }

        return bits.Padded();
    }

    private static int Number(char character)
    {
        var number = Alphabet.IndexOf(character, StringComparison.Ordinal);
        return number >= 0 ? number : throw new ArgumentException($"A code cannot hold '{character}'.", nameof(character));
    }

    /// <summary>Bits from the left, filled up as the standard asks: zeros to the end of the byte, then 236 and 17 in turns.</summary>
    private struct BitWriter(int capacity)
    {
        private readonly byte[] bytes = new byte[capacity];
        private int length;

        internal void Append(int value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--, length++)
            {
                bytes[length >> 3] |= (byte)(((value >> bit) & 1) << (7 - (length & 7)));
            }
        }

        internal readonly byte[] Padded()
        {
            // Up to four zeros end the text, more only up to the end of the byte.
            var used = Math.Min(bytes.Length, (length + ModeBits + 7) / 8);
            for (var (at, pad) = (used, 0xEC); at < bytes.Length; at++, pad ^= 0xEC ^ 0x11)
            {
                bytes[at] = (byte)pad;
            }

            return bytes;
        }
    }
}
