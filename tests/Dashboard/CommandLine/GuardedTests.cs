using Cycle.Dashboard.CommandLine;
using Npgsql;

namespace Cycle.Dashboard.Tests.CommandLine;

/// <summary>What is said of a fault whose own words hold another's trace, as libraries make them.</summary>
public sealed class GuardedTests
{
    private const string WithTrace =
        "Failed to obtain DB connection: Npgsql.NpgsqlException (0x80004005): Failed to connect\n ---> System.Net.Sockets.SocketException (111): Refused\n   at System.Net.Connect()";

    [Fact]
    public void Words_AreThoseOfTheLostConnection_WhenALibraryWrappedIt() =>
        Guarded.Words(new NotSupportedException(WithTrace, new NpgsqlException("Failed to connect")))
            .ShouldBe("The connection to the database was lost: Failed to connect. Give the same command again to go on.");

    [Fact]
    public void Words_SayThatTheDiskIsFullAndWhatToDo_WhenTheServerCannotWrite() =>
        Guarded.Words(new PostgresException("could not extend file \"base/1/2\"", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)).ShouldBe(
            "The disk of the database is full: could not extend file \"base/1/2\". " +
            "Free room on it (df -h shows it), then give the same command again: what was committed is kept.");

    [Fact]
    public void Words_EndBeforeTheTrace_WhenNothingIsKnownOfTheFault() =>
        Guarded.Words(new NotSupportedException(WithTrace)).ShouldBe(
            $"Something failed that should not: Failed to obtain DB connection: Npgsql.NpgsqlException (0x80004005): Failed to connect. Details are in {FaultLog.Path}.");
}
