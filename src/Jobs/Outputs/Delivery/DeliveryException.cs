namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>The delivery pack cannot be made, and none was left behind; the message says what does not agree.</summary>
public sealed class DeliveryException : Exception
{
    /// <summary>What does not agree, and what to do.</summary>
    public DeliveryException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public DeliveryException()
    {
    }

    /// <summary>With its cause.</summary>
    public DeliveryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
