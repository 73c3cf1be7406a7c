namespace Cycle.Dashboard.Hangfire;

/// <summary>Hangfire's queues by priority: over PostgreSQL it takes them in the order of their names, whatever order a server lists.</summary>
internal static class Queues
{
    /// <summary>Planning, which is done in a moment and must not wait behind a night.</summary>
    public const string Plans = "1-plans";

    /// <summary>Nights.</summary>
    public const string Nights = "2-nights";
}
