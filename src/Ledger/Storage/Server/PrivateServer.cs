namespace Cycle.Ledger.Storage.Server;

/// <summary>Cycle's own PostgreSQL: data below the var directory, a Unix socket, no port, never as root.</summary>
public static class PrivateServer
{
    /// <summary>Joins the server of a var directory, or starts it, making its data at first use.</summary>
    /// <param name="varDirectory">The directory of everything Cycle writes; made when missing.</param>
    /// <param name="cancellation">Ends the wait; a server started for it is stopped.</param>
    /// <exception cref="ServerProblem">It cannot be started; the message says why and what to do.</exception>
    public static Task<ServerLease> StartOrJoinAsync(string varDirectory, CancellationToken cancellation = default) =>
        StartOrJoinAsync(varDirectory, ServerSwitches.FromEnvironment(), cancellation);

    /// <summary>Stops the server of a var directory when no live process holds a lease on it (after a crash, or CYCLE_PG_KEEP).</summary>
    /// <param name="varDirectory">The directory of everything Cycle writes.</param>
    /// <param name="cancellation">Ends the wait for the lock.</param>
    /// <returns>True when no server runs there now; false when someone still holds a lease.</returns>
    public static async Task<bool> StopUnusedAsync(string varDirectory, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(Path.Combine(varDirectory, "pg")))
        {
            return true;
        }

        var place = await ServerPlace.FindAsync(varDirectory, cancellation);
        using var gate = await StartLock.TakeAsync(place.LockFile, Postmaster.StartLimit, cancellation);
        if (LeaseFile.AnyHeld(place.Leases))
        {
            return false;
        }

        await Postmaster.StopAsync(place, wait: true);
        return true;
    }

    /// <summary>Starts the server of a place again if none runs there; whoever calls holds a lease.</summary>
    /// <returns>True when it was started here; false when it ran, because another process was faster for instance.</returns>
    internal static Task<bool> ReviveAsync(ServerPlace place, CancellationToken cancellation) => InWordsAsync(place.Home, async () =>
    {
        using var gate = await StartLock.TakeAsync(place.LockFile, Postmaster.StartLimit, cancellation);
        return (await FindOrStartAsync(place, ServerSwitches.FromEnvironment(), cancellation)).Started;
    });

    internal static Task<ServerLease> StartOrJoinAsync(string varDirectory, ServerSwitches switches, CancellationToken cancellation) =>
        InWordsAsync(varDirectory, async () =>
        {
            var place = await ServerPlace.FindAsync(varDirectory, cancellation);
            using var gate = await StartLock.TakeAsync(place.LockFile, Postmaster.StartLimit, cancellation);
            return await TakeLeaseAsync(place, switches, cancellation);
        });

    /// <summary>What the system says of a directory that cannot be written becomes words for the reader.</summary>
    private static async Task<T> InWordsAsync<T>(string directory, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw fault.Message.Contains("No space left", StringComparison.Ordinal)
                ? DiskSpace.Full(directory, fault.Message, "room for the server's files", fault)
                : new ServerProblem(
                    "The directory of the private database cannot be written", Path.GetFullPath(directory), fault.Message,
                    "a directory that this user may write", "make it writable, move away what is in its place, or set CYCLE_DB to use a server of yours", fault);
        }
    }

    private static async Task<ServerLease> TakeLeaseAsync(ServerPlace place, ServerSwitches switches, CancellationToken cancellation)
    {
        LeaseFile.AnyHeld(place.Leases);
        var file = LeaseFile.Create(place.Leases);
        try
        {
            var (server, started) = await FindOrStartAsync(place, switches, cancellation);
            return new ServerLease(place, file, server, started, switches.KeepRunning);
        }
        catch
        {
            file.Remove();
            throw;
        }
    }

    /// <summary>A server that answers. Call only under the start lock.</summary>
    private static async Task<(RunningServer Server, bool Started)> FindOrStartAsync(ServerPlace place, ServerSwitches switches, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await Postmaster.FindAsync(place, cancellation);
            var server = found ?? await StartAsync(place, switches, cancellation);
            try
            {
                await server.ProbeAsync(cancellation);
                return (server, found is null);
            }
            catch (ServerProblem) when (found is not null)
            {
                // Killed a moment ago? A process that gives back gigabytes still looks alive for a while.
                if (!await Postmaster.EndsSoonAsync(found, cancellation))
                {
                    throw;
                }
            }
        }
    }

    private static async Task<RunningServer> StartAsync(ServerPlace place, ServerSwitches switches, CancellationToken cancellation)
    {
        var dataMajor = NewCluster.MajorOf(place.Data);
        var binaries = await ServerBinaries.FindAsync(switches, dataMajor, place.Data, cancellation);
        await place.User.MakeDirectoryAsync(place.LogDirectory, cancellation);
        var socketDirectory = await SocketDirectory.MakeAsync(place, cancellation);
        SocketDirectory.RequireFree(socketDirectory, place.Data);
        if (dataMajor is null)
        {
            await NewCluster.MakeAsync(place, binaries, cancellation);
        }

        await place.User.OwnAsync(place.Data, cancellation);
        DiskSpace.Require(place.Data, DiskSpace.StartBytes);
        var pageCompression = await binaries.TakesAsync(place, "wal_compression", "lz4", cancellation) ? "lz4" : "on";
        ServerSettings.Write(place, socketDirectory, pageCompression);
        ServerLog.Rotate(place.LogFile);
        return await Postmaster.StartAsync(place, binaries, socketDirectory, cancellation);
    }
}
