namespace Cycle.Jobs.Messages;

/// <summary>Where a message is on its way.</summary>
public static class MessageStates
{
    /// <summary>Waits to be sent, for the first time or again.</summary>
    public const string Queued = "queued";

    /// <summary>Is being handed over; in doubt when whoever does it ended before he could say how it went.</summary>
    public const string Sending = "sending";

    /// <summary>The gateway has taken it.</summary>
    public const string Sent = "sent";

    /// <summary>A report says that the phone has it.</summary>
    public const string Delivered = "delivered";

    /// <summary>A report says that the phone will not get it.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>Given up: refused, or its attempts are used up. A person looks at it and resends it.</summary>
    public const string Dead = "dead";
}
