namespace Cycle.Rendering.Qr;

/// <summary>Reed-Solomon error correction over GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1, as QR codes use it.</summary>
internal static class ReedSolomon
{
    private const int Modulus = 0x11D;
    private const int Order = 255;

    private static readonly byte[] Powers = new byte[2 * Order];
    private static readonly byte[] Logarithms = new byte[Order + 1];

    static ReedSolomon()
    {
        for (var (at, value) = (0, 1); at < Order; at++)
        {
            Powers[at] = Powers[at + Order] = (byte)value;
            Logarithms[value] = (byte)at;
            value <<= 1;
            value = value > Order ? value ^ Modulus : value;
        }
    }

    /// <summary>The product of (x - 2^i) for i below a degree: its coefficients below the leading one, the highest first.</summary>
    internal static byte[] Generator(int degree)
    {
        var product = new byte[degree];
        product[^1] = 1;
        for (var root = 0; root < degree; root++)
        {
            for (var at = 0; at < degree; at++)
            {
                var next = at + 1 < degree ? product[at + 1] : 0;
                product[at] = (byte)(Times(product[at], Powers[root]) ^ next);
            }
        }

        return product;
    }

    /// <summary>What is left of the data, moved up by the generator's degree, after division by it.</summary>
    internal static void Remainder(ReadOnlySpan<byte> data, ReadOnlySpan<byte> generator, Span<byte> remainder)
    {
        remainder.Clear();
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            remainder[1..].CopyTo(remainder);
            remainder[^1] = 0;
            for (var at = 0; at < remainder.Length; at++)
            {
                remainder[at] ^= Times(generator[at], factor);
            }
        }
    }

    private static byte Times(byte left, byte right) =>
        left == 0 || right == 0 ? (byte)0 : Powers[Logarithms[left] + Logarithms[right]];
}
