using System.Net.Sockets;
using System.Text;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Chooses where the socket is, and refuses to push another's process off it.</summary>
internal static class SocketDirectory
{
    /// <summary>What the system allows for the path of a Unix socket, in bytes.</summary>
    private const int LongestPathBytes = 107;

    /// <summary>The path of the socket in a directory.</summary>
    internal static string Socket(string directory) => Path.Combine(directory, $".s.PGSQL.{ServerSettings.Port}");

    /// <summary>Makes the directory for the socket: beside the data, or under the temp directory when that path is too long.</summary>
    internal static async Task<string> MakeAsync(ServerPlace place, CancellationToken cancellation)
    {
        var beside = Path.Combine(place.Home, "run");
        string[] candidates = [beside, .. new[] { Path.GetTempPath(), "/tmp" }.Select(temp => Path.Combine(temp, $"cycle-{place.Hash}"))];
        foreach (var candidate in candidates.Where(IsUsable))
        {
            if (await MakeOwnAsync(candidate, place.User, cancellation))
            {
                return candidate;
            }
        }

        throw new ServerProblem(
            "There is no directory with a short enough path for the database's socket", string.Join(", ", candidates),
            "paths too long, or taken by another user", $"one path of at most {LongestPathBytes} bytes, of the user {place.User.Name}",
            "set TMPDIR to a short path, or remove the directory that is in the way");
    }

    /// <summary>Refuses when a live process that is not our server has the socket or its lock file, and clears away what a dead one left.</summary>
    internal static void RequireFree(string directory, string dataDirectory)
    {
        var socket = Socket(directory);
        var holder = PostmasterFile.Read(socket + ".lock");
        if (holder is not null && holder.DataDirectory != dataDirectory && ProcessTable.IsAlive(holder.Pid))
        {
            throw Taken(socket, $"process {holder.Pid} ({ProcessTable.Name(holder.Pid)}), which serves {holder.DataDirectory}");
        }

        if (Answers(socket))
        {
            throw Taken(socket, holder is null ? "a live process listens on it" : $"a live process listens on it (its lock file names {holder.Pid})");
        }

        // PostgreSQL would believe in a number given out again to another program of the same user.
        File.Delete(socket + ".lock");
    }

    /// <summary>Removes a directory made under the temp directory, once the server has taken its socket away.</summary>
    internal static void Leave(ServerPlace place, string directory)
    {
        if (Path.GetFileName(directory) == $"cycle-{place.Hash}" && Directory.Exists(directory)
            && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    /// <summary>Commas and colons mean several hosts or a port to a connection string.</summary>
    private static bool IsUsable(string directory) =>
        Encoding.UTF8.GetByteCount(Socket(directory)) <= LongestPathBytes
        && directory.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-');

    /// <summary>Anyone may make names under the temp directory, so what is there must be a directory of the server's user.</summary>
    private static async Task<bool> MakeOwnAsync(string directory, ServerUser user, CancellationToken cancellation)
    {
        if (!Directory.Exists(directory) && new FileInfo(directory).LinkTarget is null)
        {
            await user.MakeDirectoryAsync(directory, cancellation);
        }

        return new DirectoryInfo(directory).LinkTarget is null
            && await ServerUser.OwnerAsync(directory, cancellation) == user.Uid
            && await user.CanEnterAsync(directory, cancellation);
    }

    private static bool Answers(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ServerProblem Taken(string socket, string found) => new(
        "The socket of the private database is taken by another process", socket, found, "no process, or the server that Cycle started",
        "end that process, or set CYCLE_DB to use a server of yours");
}
