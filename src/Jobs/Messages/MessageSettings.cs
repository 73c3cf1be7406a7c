using Cycle.Rendering.Messages;

namespace Cycle.Jobs.Messages;

/// <summary>Wording and gateway of messages.</summary>
/// <param name="Templates">The wording.</param>
/// <param name="Gateway">What a night hands its messages to.</param>
/// <param name="Kannel">How Kannel is spoken to; there whenever the gateway is Kannel.</param>
public sealed record MessageSettings(MessageTemplates Templates, GatewayKind Gateway = GatewayKind.File, KannelSettings? Kannel = null)
{
    private static readonly Lazy<MessageSettings> AsShipped = new(() => new(MessageTemplates.Shipped()));

    /// <summary>As shipped: the outbox to a file, no network.</summary>
    public static MessageSettings Shipped => AsShipped.Value;
}
