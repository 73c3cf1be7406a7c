using Npgsql;

namespace Cycle.Jobs.Messages;

/// <summary>
/// Sends what waits through Kannel, one message after the other in the order they were queued, so that nobody reads of a reversal
/// before the purchase. At least once: a message is sent twice only when a sender ended, or an answer was lost, between handing it over
/// and writing that down; no delivery report came meanwhile; and the claim has passed.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="settings">How Kannel is spoken to.</param>
/// <param name="credentials">User and password.</param>
/// <param name="time">This host's clock: for quiet hours, for the throttle, and for when a message is tried again.</param>
/// <param name="say">Told of every fault and dead letter, a line each, without numbers or secrets.</param>
public sealed class KannelSender(
    NpgsqlDataSource database, KannelSettings settings, KannelCredentials credentials, TimeProvider time, Action<string> say)
{
    // After the longest an answer may take, and time to write it down.
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Mending = TimeSpan.FromSeconds(60);

    private readonly MessageQueue _queue = new(database, settings.Timeout + Writing);
    private readonly Throttle _throttle = new(settings.MessagesPerSecond, time);
    private SendingTotals _totals = SendingTotals.Nothing;
    private int _faultsInARow;

    /// <summary>Sends until nothing waits any more or quiet hours begin; waits for messages that are to be tried again.</summary>
    /// <param name="cancellationToken">Ends it between two messages.</param>
    /// <exception cref="GatewayException">Kannel takes no message from us; all that wait still wait.</exception>
    public async Task<SendingTotals> DrainAsync(CancellationToken cancellationToken)
    {
        _totals = SendingTotals.Nothing;
        using var gateway = new KannelGateway(settings, credentials);
        while (true)
        {
            if (settings.QuietHours?.EndAfter(time.GetUtcNow()) is { } quietUntil)
            {
                return _totals with { QuietUntil = quietUntil };
            }

            if (!await SendNextAsync(gateway, cancellationToken))
            {
                var now = time.GetUtcNow();
                if (await _queue.NextDueAsync(now, cancellationToken) is not { } due)
                {
                    return _totals;
                }

                await WaitAsync(due - now < Look ? due - now : Look, cancellationToken);
            }
        }
    }

    /// <summary>Sends whatever comes, until it is stopped; settings that are wrong are tried again once a minute, so that they can be mended.</summary>
    /// <param name="cancellationToken">Ends it between two messages.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var quietUntil = (await DrainAsync(cancellationToken)).QuietUntil;
                await WaitAsync(quietUntil is { } end && end - time.GetUtcNow() < Look ? end - time.GetUtcNow() : Look, cancellationToken);
            }
            catch (Exception fault) when (fault is GatewayException or NpgsqlException)
            {
                say(fault.Message);
                await WaitAsync(Mending, cancellationToken);
            }
        }
    }

    /// <summary>Sends the next message that is due.</summary>
    /// <returns>Whether there was one.</returns>
    private async Task<bool> SendNextAsync(KannelGateway gateway, CancellationToken cancellationToken)
    {
        await _throttle.WaitAsync(cancellationToken);
        if (await _queue.ClaimAsync(time.GetUtcNow(), cancellationToken) is not { } message)
        {
            return false;
        }

        if (message.InterruptedSender is { } interrupted)
        {
            _totals = _totals with { InDoubt = _totals.InDoubt + 1 };
            say($"{Of(message)}: {interrupted} ended while handing it over; it is handed over again and may arrive twice");
        }

        var result = await gateway.SendAsync(message);
        await (result.Verdict switch
        {
            SendVerdict.Accepted => AcceptAsync(message, result.Words),
            SendVerdict.Transient when message.Attempt < settings.Retries.Attempts => PutOffAsync(message, result.Words, cancellationToken),
            SendVerdict.Misconfigured => StopAsync(message, result.Words),
            _ => GiveUpAsync(message, result, cancellationToken),
        });
        return true;
    }

    private async Task AcceptAsync(ClaimedMessage message, string words)
    {
        _faultsInARow = 0;
        await _queue.AcceptAsync(message, words, time.GetUtcNow());
        _totals = _totals with { Sent = _totals.Sent + 1 };
    }

    private async Task PutOffAsync(ClaimedMessage message, string words, CancellationToken cancellationToken)
    {
        var wait = settings.Retries.After(message.Attempt);
        var now = time.GetUtcNow();
        await _queue.PutOffAsync(message, words, now, now + wait);
        _totals = _totals with { PutOff = _totals.PutOff + 1 };
        say($"{Of(message)}: attempt {message.Attempt} of {settings.Retries.Attempts}: {words}; tried again in {wait.TotalSeconds:F0} s");
        await PauseAsync(cancellationToken);
    }

    private async Task GiveUpAsync(ClaimedMessage message, SendResult result, CancellationToken cancellationToken)
    {
        await _queue.GiveUpAsync(message, result.Words, time.GetUtcNow());
        _totals = _totals with { Dead = _totals.Dead + 1 };
        say($"{Of(message)}: attempt {message.Attempt} of {settings.Retries.Attempts}: {result.Words}; a dead letter now, see `cycle messages --dead`");
        if (result.Verdict == SendVerdict.Transient)
        {
            await PauseAsync(cancellationToken);
        }
    }

    private async Task StopAsync(ClaimedMessage message, string words)
    {
        await _queue.ReturnAsync(message);
        throw new GatewayException(
            $"Kannel at {settings.SendUrl} takes no message from us: {words}. Check kannel.sendUrl of messages.json and the user and password of its sendsms-user; all messages wait.");
    }

    /// <summary>A gateway that is down is down for all: without a pause every message would use up its attempts within the minute.</summary>
    private Task PauseAsync(CancellationToken cancellationToken) => WaitAsync(settings.Retries.After(++_faultsInARow), cancellationToken);

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    private static string Of(ClaimedMessage message) => $"message {message.MessageId} to {MobileMask.Of(message.Mobile)}";
}
