namespace Cycle.Rendering.Qr;

/// <summary>
/// One size of QR code at error correction level M (ISO/IEC 18004, tables 1, 7 and 9). The sizes 1 to 6 suffice for a Thai Bill Payment
/// code, which has at most 117 characters, and all their blocks have one length.
/// </summary>
/// <param name="Version">The size's number in the standard.</param>
/// <param name="Blocks">Blocks the data is cut into.</param>
/// <param name="DataBytes">Data a block, in bytes.</param>
/// <param name="CheckBytes">Error correction a block, in bytes.</param>
internal sealed record QrSize(int Version, int Blocks, int DataBytes, int CheckBytes)
{
    /// <summary>Bits before the text: the mode's four and the nine of the count.</summary>
    internal const int HeaderBits = 13;

    private static readonly QrSize[] All = [new(1, 1, 16, 10), new(2, 1, 28, 16), new(3, 1, 44, 26), new(4, 2, 32, 18), new(5, 2, 43, 24), new(6, 4, 27, 16)];

    /// <summary>The longest text that has a size here.</summary>
    internal static int MostCharacters { get; } = ((All[^1].DataBits - HeaderBits) / 11 * 2) + ((All[^1].DataBits - HeaderBits) % 11 / 6);

    /// <summary>Modules on each side.</summary>
    internal int Side => 17 + (4 * Version);

    /// <summary>Where the middle of the one alignment pattern is, both ways; 0 where there is none.</summary>
    internal int Alignment => Version == 1 ? 0 : Side - 7;

    private int DataBits => 8 * Blocks * DataBytes;

    /// <summary>The smallest size that holds a number of characters of the alphanumeric set: 11 bits a pair, 6 for one left over.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None does.</exception>
    internal static QrSize Holding(int characters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(characters, MostCharacters);
        var bits = HeaderBits + (characters / 2 * 11) + (characters % 2 * 6);
        return Array.Find(All, size => size.DataBits >= bits)!;
    }
}
