namespace Cycle.Jobs.Messages;

/// <summary>What an answer of the gateway comes to.</summary>
internal enum SendVerdict
{
    /// <summary>It has the message.</summary>
    Accepted,

    /// <summary>It does not have the message, or nobody knows; the fault may pass.</summary>
    Transient,

    /// <summary>It will never take this message.</summary>
    Refused,

    /// <summary>It takes no message from us: a wrong password, a wrong address. No message is to blame.</summary>
    Misconfigured,
}
