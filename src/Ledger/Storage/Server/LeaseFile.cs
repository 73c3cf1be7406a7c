namespace Cycle.Ledger.Storage.Server;

/// <summary>
/// One user of the server: a file, locked as long as its process lives. A lock dies with its holder, also by kill -9, and cannot be
/// taken for another's when a process number is given out again.
/// </summary>
internal sealed class LeaseFile
{
    private readonly FileStream _file;

    private LeaseFile(FileStream file) => _file = file;

    /// <summary>Makes a lease of this process; call only under the start lock.</summary>
    internal static LeaseFile Create(string directory)
    {
        var path = Path.Combine(directory, $"{Environment.ProcessId}-{Guid.NewGuid():N}.lease");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        // For people who look; the lock alone decides.
        file.Write(System.Text.Encoding.UTF8.GetBytes(
            $"pid {Environment.ProcessId}\nprogram {process.ProcessName}\nstarted {process.StartTime.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}\n"));
        file.Flush();
        return new LeaseFile(file);
    }

    /// <summary>Whether any lease is held; removes those whose holders are gone. Call only under the start lock.</summary>
    internal static bool AnyHeld(string directory)
    {
        var held = false;
        foreach (var path in Directory.GetFiles(directory, "*.lease"))
        {
            if (IsHeld(path))
            {
                held = true;
            }
            else
            {
                File.Delete(path);
            }
        }

        return held;
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var free = StartLock.TryTake(path);
            return free is null;
        }
        catch (UnauthorizedAccessException)
        {
            // Root's, made where others may not read: rather a server too long than one taken away.
            return true;
        }
    }

    /// <summary>Gives the lease back; call only under the start lock.</summary>
    internal void Remove()
    {
        File.Delete(_file.Name);
        _file.Dispose();
    }
}
