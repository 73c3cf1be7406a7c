namespace Cycle.Ledger.Storage.Server;

/// <summary>Makes the data directory at first use.</summary>
internal static class NewCluster
{
    /// <summary>The major version of the data, or null when there is none yet.</summary>
    /// <exception cref="ServerProblem">Something else is in the directory.</exception>
    internal static int? MajorOf(string dataDirectory)
    {
        var versionFile = Path.Combine(dataDirectory, "PG_VERSION");
        if (File.Exists(versionFile) && int.TryParse(File.ReadAllText(versionFile).Trim(), out var major))
        {
            return major;
        }

        if (!Directory.Exists(dataDirectory) || !Directory.EnumerateFileSystemEntries(dataDirectory).Any())
        {
            return null;
        }

        throw new ServerProblem(
            "The directory of the private database holds something else", dataDirectory, "files, but no readable PG_VERSION",
            "data of PostgreSQL, or nothing", $"look what it is, and move {dataDirectory} away");
    }

    /// <summary>Makes an empty database cluster, with checksums; under another name first, so that a half-made one is never used.</summary>
    internal static async Task MakeAsync(ServerPlace place, ServerBinaries binaries, CancellationToken cancellation)
    {
        DiskSpace.Require(place.Home, DiskSpace.NewDatabaseBytes);
        foreach (var left in Directory.GetDirectories(place.Home, "data.new-*"))
        {
            Directory.Delete(left, recursive: true);
        }

        // A name of its own each time: an initdb whose starter was killed may still be writing under the last one.
        var unfinished = $"{place.Data}.new-{Guid.NewGuid():N}";
        await place.User.MakeDirectoryAsync(unfinished, cancellation);
        // One collation everywhere: the order of an identifier is the order of its bytes.
        string[] words =
        [
            binaries.InitDb, "--pgdata", unfinished, "--username", ServerSettings.Role, "--encoding=UTF8", "--locale=C",
            "--data-checksums", "--auth-local=peer", "--auth-host=reject", "--no-instructions",
        ];
        var made = await Command.RunAsync(place.User, words, cancellation);
        if (made.ExitCode != 0)
        {
            throw Failed(place, made);
        }

        if (Directory.Exists(place.Data))
        {
            Directory.Delete(place.Data);
        }

        Directory.Move(unfinished, place.Data);
    }

    private static ServerProblem Failed(ServerPlace place, CommandResult made)
    {
        var lines = string.Join('\n', made.Errors.Split('\n').TakeLast(4));
        return made.Errors.Contains("No space left", StringComparison.Ordinal)
            ? DiskSpace.Full(place.Home, lines, $"at least {DiskSpace.NewDatabaseBytes >> 20} MB free")
            : new ServerProblem(
                "The private database could not be made", place.Data, lines, "initdb to succeed",
                $"check that the user {place.User.Name} may write there, then run the same command again");
    }
}
