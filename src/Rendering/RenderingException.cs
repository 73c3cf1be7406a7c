namespace Cycle.Rendering;

/// <summary>A statement or message could not be made. The message is fit for the user and names what to repair.</summary>
public sealed class RenderingException : Exception
{
    /// <summary>Says what went wrong.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="cause">What was behind it, if known.</param>
    public RenderingException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
