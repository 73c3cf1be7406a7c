namespace Cycle.Jobs.Nights;

/// <summary>An account that was run alone failed again.</summary>
public sealed class AccountFailedException : Exception
{
    /// <summary>Says which account, where and why.</summary>
    public AccountFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public AccountFailedException()
    {
    }

    /// <summary>With its cause.</summary>
    public AccountFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
