using System.Text;
using Cycle.Ledger.Storage.Server;

namespace Cycle.Storage.Tests.Server;

public sealed class ServerPlaceTests
{
    [Theory]
    [InlineData("a directory whose name is so long that the path of a socket in it would be longer than the system allows for one")]
    [InlineData("it's, a 50% \"$HOME\": ที่เก็บ")]
    public async Task Server_Starts_WhenTheSocketCannotBeBesideTheData(string name)
    {
        await using var place = new TemporaryVar(name);
        await using var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        lease.DataDirectory.ShouldBe(place.Data);
        (await Sql.ScalarAsync(lease.ConnectionString, "SELECT current_setting('data_directory')")).ShouldBe(place.Data);
        var socket = (string)(await Sql.ScalarAsync(lease.ConnectionString, "SELECT current_setting('unix_socket_directories')"))!;
        Encoding.UTF8.GetByteCount(SocketDirectory.Socket(socket)).ShouldBeLessThanOrEqualTo(107);
    }

    [Fact]
    public async Task Server_FindsTheSameData_WhenTheVarDirectoryIsReachedThroughALink()
    {
        await using var place = new TemporaryVar("real");
        var link = Path.Combine(place.Root, "link");
        File.CreateSymbolicLink(link, place.Var);
        await using var direct = await PrivateServer.StartOrJoinAsync(place.Var);
        await using var linked = await PrivateServer.StartOrJoinAsync(link);
        linked.ProcessId.ShouldBe(direct.ProcessId);
    }

    [Fact]
    public async Task Data_IsUnderVarLib_WhenRootsCheckoutIsClosedToTheServer()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return; // A plain user's server enters whatever that user enters.
        }

        await using var place = new TemporaryVar();
        File.SetUnixFileMode(place.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var lease = await PrivateServer.StartOrJoinAsync(place.Var);
        lease.DataDirectory.ShouldStartWith("/var/lib/cycle-");
        lease.Notice.ShouldNotBeNull().ShouldContain(Path.GetDirectoryName(lease.DataDirectory)!);
        Directory.Exists(place.Data).ShouldBeTrue();
    }
}
