using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cycle.Jobs.Nights;

/// <summary>Has the system begin to write a file to the disk, without waiting for it. .NET has no such call, so the system is asked.</summary>
internal static class WriteOut
{
    /// <summary>SYNC_FILE_RANGE_WRITE: all pages that are not being written yet.</summary>
    private const uint Begins = 2;

    /// <summary>
    /// Begins, where the system knows how to. It is a hint: what is on the disk is decided by the flush that must follow, so nothing is
    /// lost where this does nothing.
    /// </summary>
    public static void Begin(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SyncFileRange(file, 0, 0, Begins);
        }
    }

    [DllImport("libc", EntryPoint = "sync_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFileRange(SafeFileHandle file, long offset, long bytes, uint flags);
}
