using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>
/// The C library's heap. Each PDF asks for and gives back buffers of some hundred kilobytes (zlib's, a handful of times), and glibc
/// would return their pages to the system each time: a fifth of the time went into shrinking the heap, flushing the other core's page
/// tables and faulting the same pages in again. Told to keep a few megabytes, it does neither.
/// </summary>
internal static unsafe class Allocator
{
    private const int TrimThreshold = -1;
    private const int MappingThreshold = -3;
    private const int KeptBytes = 32 * 1024 * 1024;
    private const int MappedFromBytes = 1024 * 1024;

    private static readonly bool IsTold = Tell();

    /// <summary>Tells the heap once a process; another C library than glibc has no such setting and needs none.</summary>
    /// <returns>Whether it was told.</returns>
    internal static bool KeepPages() => IsTold;

    private static bool Tell() =>
        NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "mallopt", out var address)
        && ((delegate* unmanaged[Cdecl]<int, int, int>)address)(MappingThreshold, MappedFromBytes) != 0
        && ((delegate* unmanaged[Cdecl]<int, int, int>)address)(TrimThreshold, KeptBytes) != 0;
}
