using System.Runtime.InteropServices;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The system user the server runs as: ourselves, or, because PostgreSQL refuses to run as root, a plain one.</summary>
/// <param name="Name">Its name, as the peer check of a Unix socket sees it.</param>
/// <param name="Uid">Its number.</param>
/// <param name="Gid">The number of its group.</param>
/// <param name="IsSelf">Whether it is who runs this program.</param>
internal sealed record ServerUser(string Name, uint Uid, uint Gid, bool IsSelf)
{
    private const string SystemUser = "postgres";

    /// <summary>The words before a command that make it run as this user.</summary>
    internal IReadOnlyList<string> Prefix => ["setpriv", $"--reuid={Uid}", $"--regid={Gid}", "--init-groups", "--"];

    /// <summary>Decides who runs the server over a data directory, which need not exist yet.</summary>
    /// <exception cref="ServerProblem">The data belongs to someone else, or root finds no plain user.</exception>
    internal static async Task<ServerUser> ForAsync(string dataDirectory, CancellationToken cancellation)
    {
        var owner = Directory.Exists(dataDirectory) ? await OwnerAsync(dataDirectory, cancellation) : (uint?)null;
        if (!Environment.IsPrivilegedProcess)
        {
            var self = new ServerUser(Environment.UserName, EffectiveUid(), 0, IsSelf: true);
            return owner is null || owner == self.Uid ? self : throw NotOurs(dataDirectory, owner.Value, self);
        }

        // Root may serve data that a plain user made; the server then runs as that user, and both can go on.
        var key = owner is null or 0 ? SystemUser : $"{owner}";
        return await LookUpAsync(key, cancellation) ?? throw NoUser(key);
    }

    /// <summary>Makes a directory that belongs to this user and is open to no one else.</summary>
    internal async Task MakeDirectoryAsync(string directory, CancellationToken cancellation)
    {
        string[] ownership = IsSelf ? [] : ["-o", $"{Uid}", "-g", $"{Gid}"];
        var made = await Command.RunAsync(null, ["install", "-d", "-m", "0700", .. ownership, "--", directory], cancellation);
        if (made.ExitCode != 0)
        {
            throw new ServerProblem(
                "A directory of the private database cannot be made", directory, made.Errors, $"a directory of the user {Name}",
                "free the name, or make its parent writable");
        }
    }

    /// <summary>Hands data over that root copied here and so came to own.</summary>
    internal async Task OwnAsync(string directory, CancellationToken cancellation)
    {
        if (!IsSelf && await OwnerAsync(directory, cancellation) != Uid)
        {
            await Command.RunAsync(null, ["chown", "-R", $"{Uid}:{Gid}", "--", directory], cancellation);
        }
    }

    /// <summary>Whether this user can enter a directory, with everything above it.</summary>
    internal async Task<bool> CanEnterAsync(string directory, CancellationToken cancellation) =>
        (await Command.RunAsync(this, ["test", "-x", directory], cancellation)).ExitCode == 0;

    /// <summary>The number of the user who owns a file.</summary>
    internal static async Task<uint> OwnerAsync(string path, CancellationToken cancellation)
    {
        var told = await Command.RunAsync(null, ["stat", "-c", "%u", "--", path], cancellation);
        return uint.TryParse(told.Output, out var uid)
            ? uid
            : throw new ServerProblem("The owner of a directory cannot be read", path, told.Errors, "a readable path", "check the permissions");
    }

    private static async Task<ServerUser?> LookUpAsync(string key, CancellationToken cancellation)
    {
        var told = await Command.RunAsync(null, ["getent", "passwd", key], cancellation);
        var cells = told.Output.Split(':');
        return cells.Length >= 4 && uint.TryParse(cells[2], out var uid) && uint.TryParse(cells[3], out var gid) && uid != 0
            ? new ServerUser(cells[0], uid, gid, IsSelf: false)
            : null;
    }

    private static ServerProblem NotOurs(string directory, uint owner, ServerUser self) => new(
        "The private database belongs to another user", directory, $"owner number {owner}", $"owner {self.Name} (number {self.Uid})",
        "run as that user or as root, or use another checkout");

    private static ServerProblem NoUser(string key) => new(
        "PostgreSQL does not run as root, and there is no plain user to run it as", "the system's users",
        $"no user '{key}'", $"the user '{SystemUser}' that the PostgreSQL package makes",
        "apt-get install postgresql, or run Cycle as a user other than root");

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUid();
}
