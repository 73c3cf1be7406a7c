namespace Cycle.Jobs.Messages;

/// <summary>The gateway takes no message from us until somebody mends a setting; the message says which. Nothing was lost: all wait.</summary>
public sealed class GatewayException : Exception
{
    /// <summary>What the gateway said and what to look at.</summary>
    public GatewayException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public GatewayException()
    {
    }

    /// <summary>With its cause.</summary>
    public GatewayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
