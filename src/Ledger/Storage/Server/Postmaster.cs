using System.Diagnostics;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The server's main process: found, started, stopped. Call only under the start lock.</summary>
internal static class Postmaster
{
    /// <summary>Crash recovery over a full write-ahead log takes minutes on a slow disk.</summary>
    internal static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private const string Launch = "exec \"$@\" </dev/null >>\"$0\" 2>&1";

    /// <summary>The server that runs over the data, once it is ready; null when none does.</summary>
    internal static async Task<RunningServer?> FindAsync(ServerPlace place, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (Read(place) is { IsServerAlive: true } file)
        {
            if (file.Status == "ready")
            {
                return new RunningServer(file.Pid, file.SocketDirectory);
            }

            if (waited.Elapsed > StartLimit)
            {
                throw NotReady(place, $"process {file.Pid}, still {file.Status}", 0);
            }

            await Task.Delay(Pause, cancellation);
        }

        return null;
    }

    /// <summary>Whether a server that did not answer ends within moments.</summary>
    internal static async Task<bool> EndsSoonAsync(RunningServer server, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (ProcessTable.IsAlive(server.Pid) && waited.Elapsed < EndLimit)
        {
            await Task.Delay(Pause, cancellation);
        }

        return !ProcessTable.IsAlive(server.Pid);
    }

    /// <summary>Starts the server in a session of its own, so that a Ctrl-C meant for this program does not reach it.</summary>
    internal static async Task<RunningServer> StartAsync(
        ServerPlace place, ServerBinaries binaries, string socketDirectory, CancellationToken cancellation)
    {
        Read(place)?.Retire();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var logStart = ServerLog.Length(place.LogFile);
            if (await TryStartAsync(place, binaries, cancellation) is { } pid)
            {
                return new RunningServer(pid, socketDirectory);
            }

            // The children of a killed server need a moment to notice; until then PostgreSQL rightly refuses.
            var words = ServerLog.Tail(place.LogFile, logStart);
            if (!words.Contains("pre-existing shared memory block", StringComparison.Ordinal) || waited.Elapsed > OrphanLimit)
            {
                throw NotReady(place, words, logStart);
            }

            await Task.Delay(Pause * 10, cancellation);
        }
    }

    /// <summary>Stops the server if Cycle started it, and waits for its end. False when there was nothing to stop.</summary>
    /// <param name="place">Whose server.</param>
    /// <param name="wait">Whether to wait for the end.</param>
    internal static async Task<bool> StopAsync(ServerPlace place, bool wait)
    {
        if (Read(place) is not { IsServerAlive: true } file || !WasStartedByCycle(place, file.Pid)
            || !ProcessTable.Signal(file.Pid, ProcessTable.Interrupt))
        {
            return false;
        }

        var waited = Stopwatch.StartNew();
        while (wait && ProcessTable.IsAlive(file.Pid) && waited.Elapsed < StopLimit)
        {
            await Task.Delay(Pause);
        }

        SocketDirectory.Leave(place, file.SocketDirectory);
        return true;
    }

    private static async Task<int?> TryStartAsync(ServerPlace place, ServerBinaries binaries, CancellationToken cancellation)
    {
        // Every word but the last replaces itself by the next, so the number stays the same.
        string[] words = ["setsid", "sh", "-c", Launch, place.LogFile, binaries.Postgres, "-D", place.Data];
        using var process = Command.Start(place.User, words);
        await File.WriteAllTextAsync(place.StartedFile, $"{process.Id}\n", cancellation);
        var waited = Stopwatch.StartNew();
        try
        {
            while (!process.HasExited && waited.Elapsed < StartLimit)
            {
                if (Read(place) is { Status: "ready" } file && file.Pid == process.Id)
                {
                    return process.Id;
                }

                await Task.Delay(Pause, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            ProcessTable.Signal(process.Id, ProcessTable.Interrupt);
            throw;
        }

        return null;
    }

    private static PostmasterFile? Read(ServerPlace place) => PostmasterFile.Read(Path.Combine(place.Data, "postmaster.pid"));

    private static bool WasStartedByCycle(ServerPlace place, int pid) =>
        File.Exists(place.StartedFile) && File.ReadAllText(place.StartedFile).Trim() == $"{pid}";

    private static ServerProblem NotReady(ServerPlace place, string found, long logStart) =>
        found.Contains("No space left", StringComparison.Ordinal)
            ? DiskSpace.Full(place.Data, found, "room for the server's files")
            : new ServerProblem(
                "The private database did not start", place.LogFile, found, "a server ready for connections",
                $"read the log from byte {logStart} on; the data in {place.Data} is left as it is");
}
