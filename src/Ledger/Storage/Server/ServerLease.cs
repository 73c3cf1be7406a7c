using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The right to use the private server until disposed; the last lease to go stops it.</summary>
public sealed class ServerLease : IAsyncDisposable
{
    private static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(2);
    private readonly ServerPlace _place;
    private readonly LeaseFile _file;
    private readonly bool _keepRunning;
    private int _left;

    internal ServerLease(ServerPlace place, LeaseFile file, RunningServer server, bool started, bool keepRunning)
    {
        _place = place;
        _file = file;
        _keepRunning = keepRunning;
        ProcessId = server.Pid;
        ConnectionString = server.ConnectionString;
        WasStarted = started;
        // Environment.Exit disposes of nothing. Signals are the host's to turn into a disposal: .NET ends at once on them.
        AppDomain.CurrentDomain.ProcessExit += LeaveAtExit;
    }

    /// <summary>The Npgsql connection string of the server's <c>postgres</c> database, with the right to create others.</summary>
    public string ConnectionString { get; }

    /// <summary>The number of the server's main process when the lease was taken.</summary>
    public int ProcessId { get; }

    /// <summary>Whether this lease started the server (true) or joined one that ran (false).</summary>
    public bool WasStarted { get; }

    /// <summary>Where the data is, all links resolved.</summary>
    public string DataDirectory => _place.Data;

    /// <summary>The server's log.</summary>
    public string LogFile => _place.LogFile;

    /// <summary>A sentence for the reader when the data is not under the var directory, else null.</summary>
    public string? Notice => _place.Notice;

    /// <summary>Starts the server again when it died (killed, out of memory, a full disk that has room again); does nothing while it runs.</summary>
    /// <returns>True when it was started here; false when it ran, because another process was faster for instance.</returns>
    /// <exception cref="ServerProblem">It cannot be started.</exception>
    public Task<bool> ReviveAsync(CancellationToken cancellation) => PrivateServer.ReviveAsync(_place, cancellation);

    /// <summary>Gives the lease back and, when it was the last, stops the server; never throws for a server that is already gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _left, 1) == 1)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= LeaveAtExit;
        try
        {
            using var gate = await StartLock.TakeAsync(_place.LockFile, LockLimit, CancellationToken.None);
            await LeaveAsync(wait: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ServerProblem)
        {
            // The directory is gone or blocked. The lock on our lease ends with the process, and the next to come cleans up.
        }
    }

    private async Task LeaveAsync(bool wait)
    {
        _file.Remove();
        if (_keepRunning || LeaseFile.AnyHeld(_place.Leases))
        {
            return;
        }

        if (await Postmaster.StopAsync(_place, wait))
        {
            // Idle connections to the stopped server must not greet the next one who starts it in this process.
            NpgsqlConnection.ClearAllPools();
        }
    }

    /// <summary>The process is ending and has little time: the stop is asked for, not waited for.</summary>
    private void LeaveAtExit(object? sender, EventArgs arguments)
    {
        if (Interlocked.Exchange(ref _left, 1) == 1)
        {
            return;
        }

        try
        {
            using var gate = StartLock.TryTake(_place.LockFile);
            if (gate is not null)
            {
                LeaveAsync(wait: false).GetAwaiter().GetResult();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // As in DisposeAsync.
        }
    }
}
