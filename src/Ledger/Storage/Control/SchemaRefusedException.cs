namespace Cycle.Ledger.Storage.Control;

/// <summary>This build of the program may not work on the database as it is, or not yet; the message says why and what to do.</summary>
public sealed class SchemaRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public SchemaRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Without words; not used.</summary>
    public SchemaRefusedException()
    {
    }

    /// <summary>With its cause.</summary>
    public SchemaRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
