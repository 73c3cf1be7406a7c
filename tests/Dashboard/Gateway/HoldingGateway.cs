using System.Net;

namespace Cycle.Dashboard.Tests.Gateway;

/// <summary>Stands where Kannel would and takes each message without ever saying so, until it is told to answer.</summary>
internal sealed class HoldingGateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    public HoldingGateway()
    {
        var root = $"http://127.0.0.1:{SendingBench.FreePort()}/";
        SendUrl = new(root + "cgi-bin/sendsms");
        _listener.Prefixes.Add(root);
        _listener.Start();
        _ = TakeAsync();
    }

    public Uri SendUrl { get; }

    /// <summary>Messages that reached it.</summary>
    public int Taken => _taken;

    /// <summary>Ends once the first message has reached it.</summary>
    public Task FirstTaken => _first.Task;

    /// <summary>Whether it answers, as Kannel does.</summary>
    public bool Answers { get; set; }

    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _taken);
                _first.TrySetResult();
                if (Answers)
                {
                    context.Response.StatusCode = (int)HttpStatusCode.Accepted;
                    context.Response.Close("0: Accepted for delivery"u8.ToArray(), willBlock: false);
                }
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
