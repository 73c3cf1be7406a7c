using System.Net.Sockets;

namespace Cycle.Jobs.Tests.Chaos;

/// <summary>
/// Stands between a program and its server and cuts every connection at one boundary of transactions: the server has answered that
/// nothing is open any more, and the program is told so or, which is worse, is not.
/// </summary>
internal sealed class SeveringProxy : IAsyncDisposable
{
    private readonly string _server;
    private readonly int _cutAt;
    private readonly bool _tellsBefore;
    private readonly bool _letsThroughAfter;
    private readonly Action _onCut;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<Socket> _open = [];
    private readonly Lock _lock = new();
    private readonly Task _accepting;
    private int _boundaries;

    /// <summary>Listens until disposed.</summary>
    /// <param name="server">The server's socket file.</param>
    /// <param name="cutAt">The boundary to cut at, counted from 1.</param>
    /// <param name="tellsBefore">Whether the program still gets the answer.</param>
    /// <param name="letsThroughAfter">Whether connections made after the cut live: the network came back, or the server.</param>
    /// <param name="onCut">Done once, at the cut.</param>
    public SeveringProxy(string server, int cutAt, bool tellsBefore, bool letsThroughAfter, Action onCut)
    {
        (_server, _cutAt, _tellsBefore, _letsThroughAfter, _onCut) = (server, cutAt, tellsBefore, letsThroughAfter, onCut);
        Folder = Directory.CreateTempSubdirectory("cycle-cut-").FullName;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, Path.GetFileName(server))));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>The folder to name as host.</summary>
    public string Folder { get; }

    /// <summary>Whether the boundary was reached.</summary>
    public bool HasCut { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Close();
        await _accepting;
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        var pumps = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                lock (_lock)
                {
                    _open.AddRange([client, server]);
                }

                if (HasCut && !_letsThroughAfter)
                {
                    Close();
                }

                pumps.Add(PumpAsync(client, server, watches: false));
                pumps.Add(PumpAsync(server, client, watches: true));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(pumps);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool watches)
    {
        var answers = new ServerAnswers();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
            {
                var boundaries = watches ? answers.CountBoundaries(buffer.AsSpan(0, count)) : 0;
                var isCut = boundaries > 0 && Interlocked.Add(ref _boundaries, boundaries) >= _cutAt && !(HasCut && _letsThroughAfter);
                if (!isCut || (_tellsBefore && !HasCut))
                {
                    await to.SendAsync(buffer.AsMemory(0, count));
                }

                if (isCut)
                {
                    Cut();
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The other side is gone.
        }

        to.Dispose();
    }

    private void Cut()
    {
        lock (_lock)
        {
            if (HasCut)
            {
                return;
            }

            HasCut = true;
        }

        Close();
        _onCut();
    }

    private void Close()
    {
        lock (_lock)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }
}
