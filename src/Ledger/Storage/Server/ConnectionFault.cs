using System.Net.Sockets;
using Npgsql;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Puts what Npgsql throws into words for the person at the terminal.</summary>
public static class ConnectionFault
{
    /// <summary>The words for a fault of a connection or a command.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="connectionString">The address it concerns; its password is not repeated.</param>
    public static ServerProblem Explain(Exception fault, string connectionString)
    {
        var where = Describe(connectionString);
        return fault switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } full =>
                DiskSpace.Full(where, full.MessageText, "room for the server's files", full),
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
                Problem("The database refused the user or the password", where, refused.MessageText, "a user that may connect", "correct Username and Password", refused),
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing =>
                Problem("The database does not exist", where, missing.MessageText, "a database of that name", "create it (createdb), or name another one", missing),
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied =>
                Problem("The database user may not do this", where, denied.MessageText, "a user that may create databases and tables", "grant it the right, or create the database by hand", denied),
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } crowded =>
                Problem("The database has no connection left", where, crowded.MessageText, "a free connection", "end other programs, or raise max_connections", crowded),
            PostgresException other =>
                Problem("The database reported an error", where, $"{other.SqlState}: {other.MessageText}", "no error", "see the server's log", other),
            { InnerException: TimeoutException } =>
                Problem("The database did not answer in time", where, fault.Message, "an answer", "see whether the server is overloaded or waits for its disk, then give the same command again", fault),
            { InnerException: SocketException socket } =>
                Problem("The database cannot be reached", where, socket.Message, "a PostgreSQL server that listens there", "check Host and Port, and that the server runs", fault),
            _ => Problem("The database cannot be reached", where, fault.Message, "a PostgreSQL server that answers", "check the address, and that the server runs", fault),
        };
    }

    /// <summary>An address without its secrets: host, port, database, user.</summary>
    /// <param name="connectionString">A Npgsql connection string.</param>
    public static string Describe(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        return $"Host={address.Host};Port={address.Port};Database={address.Database};Username={address.Username}";
    }

    private static ServerProblem Problem(string what, string where, string found, string expected, string remedy, Exception inner) =>
        new(what, where, found, expected, remedy, inner);
}
