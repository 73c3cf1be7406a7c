using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cycle.Jobs.Nights;

/// <summary>What the system knows to do with files and .NET does not: begin to write one out, and keep the names of a folder.</summary>
internal static class Disk
{
    /// <summary>Read only, and not handed to processes that are started.</summary>
    private const int OpenFlags = 0x80000;

    private const int InvalidArgument = 22;

    /// <summary>SYNC_FILE_RANGE_WRITE: all pages that are not being written yet.</summary>
    private const uint Begins = 2;

    /// <summary>
    /// Has the system begin to write a file to the disk, where it knows how to, without waiting for it. It is a hint: what is on the disk is
    /// decided by the flush that must follow, so nothing is lost where this does nothing.
    /// </summary>
    public static void BeginWriting(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SyncFileRange(file, 0, 0, Begins);
        }
    }

    /// <summary>Waits until the names that were given in a folder are on the disk, so that they survive a power cut.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public static void FlushNames(string folder)
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

    [DllImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFileRange(SafeFileHandle file, long offset, long bytes, uint flags);

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
