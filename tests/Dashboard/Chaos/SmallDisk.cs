using System.Diagnostics;

namespace Cycle.Dashboard.Tests.Chaos;

/// <summary>A disk of a size that a test sets, in memory; only root may have one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>Mounts one.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="size">Such as "16k" or "600m".</param>
    /// <returns>Null where this user may not.</returns>
    public static async Task<SmallDisk?> MountAsync(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        return Environment.IsPrivilegedProcess && await MountAsync(["-t", "tmpfs", "-o", $"size={size},mode=755", "none", folder]) ? new(folder) : null;
    }

    /// <summary>Makes it larger or smaller; what is on it stays.</summary>
    public async Task ResizeAsync(string size) => (await MountAsync(["-o", $"remount,size={size}", Path])).ShouldBeTrue($"the disk takes the size {size}");

    /// <summary>Leaves so much room and no more.</summary>
    public Task LeaveAsync(long bytes)
    {
        var drive = new DriveInfo(Path);
        return ResizeAsync($"{drive.TotalSize - drive.AvailableFreeSpace + bytes}");
    }

    public async ValueTask DisposeAsync()
    {
        // A server that was stopped a moment ago may still have a file open.
        using var unmount = Process.Start("umount", ["--lazy", Path]);
        await unmount.WaitForExitAsync();
    }

    private static async Task<bool> MountAsync(string[] words)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", words) { RedirectStandardError = true })!;
        await mount.WaitForExitAsync();
        return mount.ExitCode == 0;
    }
}
