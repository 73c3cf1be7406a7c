namespace Cycle.Jobs.Messages;

/// <summary>What messages are handed to.</summary>
public enum GatewayKind
{
    /// <summary>A file of each night, for a system that takes it from there.</summary>
    File,

    /// <summary>Kannel's HTTP interface.</summary>
    Kannel,
}
