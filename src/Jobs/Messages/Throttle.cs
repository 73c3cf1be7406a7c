namespace Cycle.Jobs.Messages;

/// <summary>Keeps messages apart, so that no second sees more than the gateway may be given.</summary>
/// <param name="messagesPerSecond">The most, 1 or more.</param>
/// <param name="time">The clock.</param>
internal sealed class Throttle(int messagesPerSecond, TimeProvider time)
{
    private readonly TimeSpan _apart = TimeSpan.FromSeconds(1) / messagesPerSecond;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits until the next message may go.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_next > now)
        {
            await Task.Delay(_next - now, time, cancellationToken);
            now = _next;
        }

        _next = now + _apart;
    }
}
