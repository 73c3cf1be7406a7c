using System.Runtime.InteropServices;

namespace Cycle.Jobs.Nights;

/// <summary>Makes names that were given in a folder survive a power cut. .NET opens no folders, so the system is asked.</summary>
internal static class FolderSync
{
    /// <summary>Read only, and not handed to processes that are started.</summary>
    private const int OpenFlags = 0x80000;

    private const int InvalidArgument = 22;

    /// <summary>Waits until the folder's names are on the disk.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public static void Flush(string folder)
    {
        var descriptor = Open(folder, OpenFlags);
        if (descriptor < 0)
        {
            throw Fault(folder);
        }

        try
        {
            // Some network file systems know no such thing for a folder: there the server keeps names at once.
            if (Sync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Fault(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Fault(string folder) =>
        new($"{Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())} : '{folder}'");

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
