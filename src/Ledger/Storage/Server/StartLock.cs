using System.Diagnostics;

namespace Cycle.Ledger.Storage.Server;

/// <summary>One process at a time starts, joins or leaves. The system frees the lock when its holder dies, however it dies.</summary>
internal sealed class StartLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;

    private StartLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="file">The file that is locked; made when missing.</param>
    /// <param name="limit">How long to wait; a start with crash recovery takes minutes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal static async Task<StartLock> TakeAsync(string file, TimeSpan limit, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(file) is { } taken)
            {
                return taken;
            }

            if (waited.Elapsed > limit)
            {
                throw new ServerProblem(
                    "Another Cycle process is starting or stopping the private database and does not finish", file,
                    $"a lock held for more than {limit.TotalSeconds:0} s", "a lock held for seconds",
                    $"find the process with: fuser '{file}'");
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Takes the lock if it is free. Reading is enough to lock, so root and the owner can share the file.</summary>
    internal static StartLock? TryTake(string file)
    {
        try
        {
            return new StartLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None));
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException) && File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>Frees the lock; the file stays.</summary>
    public void Dispose() => _file.Dispose();
}
