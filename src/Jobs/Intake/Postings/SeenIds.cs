namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// Which ids a file brought so far, a bit each: an id whose bit is not set did not come before, any other may have. So nearly no id of a
/// file has to be looked up among those of the same file, and memory is the same for a file of any length.
/// </summary>
internal sealed class SeenIds
{
    /// <summary>16 MB: of a file of a million rows one id in 270 is looked up for nothing, of ten million one in 27.</summary>
    private const int Bits = 1 << 27;

    private const int BitsAWord = 64;

    private readonly ulong[] _words = new ulong[Bits / BitsAWord];

    /// <summary>Adds an id.</summary>
    /// <returns>Whether it may have come before.</returns>
    public bool Add(IdText postingId)
    {
        var bit = postingId.GetHashCode() & (Bits - 1);
        ref var word = ref _words[bit / BitsAWord];
        var mask = 1UL << (bit % BitsAWord);
        var isSet = (word & mask) != 0;
        word |= mask;
        return isSet;
    }
}
