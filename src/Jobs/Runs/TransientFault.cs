using Npgsql;

namespace Cycle.Jobs.Runs;

/// <summary>Tells what passes by itself (a lost connection, a serialization failure, a server that restarts) from what a person must mend.</summary>
public static class TransientFault
{
    /// <summary>Whether trying again is worth it. A business error never is.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => false,
        PostgresException server => server.IsTransient || server.SqlState.StartsWith("40", StringComparison.Ordinal) || IsServerGoing(server.SqlState),
        NpgsqlException or LeaseLostException => true,
        PartitionFailedException partition => partition.Passes,
        AggregateException several => several.InnerExceptions.All(Is),
        _ => false,
    };

    /// <summary>Connections fail (class 08), or the server is being stopped or started (57P01 to 57P05).</summary>
    private static bool IsServerGoing(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);
}
