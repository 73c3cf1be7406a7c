using System.Security.Cryptography;
using System.Text;

namespace Cycle.Ledger.Storage.Server;

/// <summary>Where the private server keeps what is its own.</summary>
/// <param name="Home">The directory of everything below, all links resolved.</param>
/// <param name="User">Who runs the server.</param>
/// <param name="Notice">A sentence for the reader when the data is not where they would look, else null.</param>
internal sealed record ServerPlace(string Home, ServerUser User, string? Notice)
{
    private const UnixFileMode OpenToEnter =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    internal string Data => Path.Combine(Home, "data");

    internal string LogDirectory => Path.Combine(Home, "log");

    internal string LogFile => Path.Combine(LogDirectory, "server.log");

    internal string Leases => Path.Combine(Home, "leases");

    internal string LockFile => Path.Combine(Home, "lock");

    /// <summary>The process number of the server that Cycle itself started, so that no other is ever ended.</summary>
    internal string StartedFile => Path.Combine(Home, "started.pid");

    /// <summary>A short name for this data, the same in every process.</summary>
    internal string Hash => HashOf(Data);

    /// <summary>Finds the place below a var directory and makes it where it is missing.</summary>
    /// <param name="varDirectory">The directory of everything Cycle writes.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static async Task<ServerPlace> FindAsync(string varDirectory, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(varDirectory);
        MakeOpen(root);
        root = await RealPathAsync(root, cancellation);
        var home = Path.Combine(root, "pg");
        var user = await ServerUser.ForAsync(Path.Combine(home, "data"), cancellation);
        string? notice = null;
        if (!user.IsSelf && !await user.CanEnterAsync(root, cancellation))
        {
            notice = MoveOut(root, home, user);
        }

        MakeOpen(home);
        home = await RealPathAsync(home, cancellation);
        MakeOpen(Path.Combine(home, "leases"));
        return new ServerPlace(home, await ServerUser.ForAsync(Path.Combine(home, "data"), cancellation), notice);
    }

    /// <summary>A checkout below a closed directory (such as root's own) keeps its data under /var/lib, with a link to it.</summary>
    private static string MoveOut(string root, string home, ServerUser user)
    {
        var target = $"/var/lib/cycle-{HashOf(home)}";
        if (Directory.Exists(home) && new DirectoryInfo(home).LinkTarget is null)
        {
            throw new ServerProblem(
                "The private database is in a directory that its server cannot enter", home,
                $"a directory above it that is closed to the user {user.Name}", $"every directory above it open to {user.Name}",
                $"chmod o+x the directories above it, or: mv '{home}' '{target}' && ln -s '{target}' '{home}'");
        }

        MakeOpen(target);
        // A link copied along with another checkout would make two checkouts share one database.
        if (new DirectoryInfo(home).LinkTarget is { } other && other.StartsWith("/var/lib/cycle-", StringComparison.Ordinal) && other != target)
        {
            File.Delete(home);
        }

        try
        {
            File.CreateSymbolicLink(home, target);
        }
        catch (IOException) when (new DirectoryInfo(home).LinkTarget is not null)
        {
            // Made before, or this very moment by another process.
        }

        return $"The database is kept in {target}, because the user {user.Name} that runs it cannot enter {root}.";
    }

    /// <summary>Makes a directory that others may enter whatever the umask says; one that is there keeps its mode.</summary>
    private static void MakeOpen(string directory)
    {
        if (Directory.Exists(directory))
        {
            return;
        }

        Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, OpenToEnter);
    }

    private static async Task<string> RealPathAsync(string path, CancellationToken cancellation)
    {
        var told = await Command.RunAsync(null, ["realpath", "--", path], cancellation);
        return told.ExitCode == 0 ? told.Output : path;
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
