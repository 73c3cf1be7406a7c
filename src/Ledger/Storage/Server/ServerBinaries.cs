using System.Text.RegularExpressions;

namespace Cycle.Ledger.Storage.Server;

/// <summary>The programs of one installed PostgreSQL.</summary>
/// <param name="Directory">Where they are.</param>
/// <param name="Major">Its major version.</param>
internal sealed partial record ServerBinaries(string Directory, int Major)
{
    /// <summary>The oldest major version Cycle works with.</summary>
    internal const int OldestMajor = 15;

    internal string Postgres => Path.Combine(Directory, "postgres");

    internal string InitDb => Path.Combine(Directory, "initdb");

    /// <summary>Finds the newest programs, or those of the version that made the data.</summary>
    /// <param name="switches">May name the directory.</param>
    /// <param name="dataMajor">The major version of existing data, or null.</param>
    /// <param name="dataDirectory">Named in the message when no program fits.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static async Task<ServerBinaries> FindAsync(
        ServerSwitches switches, int? dataMajor, string dataDirectory, CancellationToken cancellation)
    {
        var candidates = switches.BinDirectory is { } told ? [told] : Candidates();
        var found = new List<ServerBinaries>();
        foreach (var candidate in candidates.Where(HasPrograms).Select(RealDirectory).Distinct())
        {
            if (await MajorAsync(candidate, cancellation) is { } major)
            {
                found.Add(new ServerBinaries(candidate, major));
            }
        }

        var usable = found.Where(binaries => binaries.Major >= OldestMajor).OrderByDescending(binaries => binaries.Major).ToList();
        if (usable.Count == 0)
        {
            throw Missing(switches, found);
        }

        return dataMajor is null
            ? usable[0]
            : usable.Find(binaries => binaries.Major == dataMajor) ?? throw OtherVersion(dataMajor.Value, dataDirectory, usable);
    }

    /// <summary>Whether this server takes a value of a setting; some depend on what it was built with.</summary>
    /// <param name="place">Where its data is.</param>
    /// <param name="setting">The setting's name.</param>
    /// <param name="value">The value asked for.</param>
    /// <param name="cancellation">Ends the question.</param>
    internal async Task<bool> TakesAsync(ServerPlace place, string setting, string value, CancellationToken cancellation)
    {
        var answer = await Command.RunAsync(
            place.User, [Postgres, "-D", place.Data, "-C", setting, "-c", $"{setting}={value}"], cancellation);
        return answer is { ExitCode: 0 } && answer.Output == value;
    }

    private static IEnumerable<string> Candidates()
    {
        const string packaged = "/usr/lib/postgresql";
        var installed = System.IO.Directory.Exists(packaged)
            ? System.IO.Directory.GetDirectories(packaged).Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return [.. installed, .. onPath];
    }

    private static bool HasPrograms(string directory) =>
        File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"));

    /// <summary>A program on the path is often a link into the package.</summary>
    private static string RealDirectory(string directory)
    {
        var program = Path.GetFullPath(Path.Combine(directory, "postgres"));
        return Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
    }

    private static async Task<int?> MajorAsync(string directory, CancellationToken cancellation)
    {
        var told = await Command.RunAsync(null, [Path.Combine(directory, "postgres"), "--version"], cancellation);
        var match = VersionPattern().Match(told.Output);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan) : null;
    }

    private static ServerProblem Missing(ServerSwitches switches, List<ServerBinaries> found) => new(
        "The PostgreSQL server programs are missing",
        switches.BinDirectory is { } told ? $"{told} (from CYCLE_PG_BIN)" : "/usr/lib/postgresql/*/bin and the directories of PATH",
        found.Count == 0 ? "no directory with postgres and initdb" : $"version {string.Join(", ", found.Select(binaries => binaries.Major))}",
        $"postgres and initdb of version {OldestMajor} or later",
        "./cycle installs them when it may; by hand: apt-get install postgresql. Or set CYCLE_DB to a server of yours");

    private static ServerProblem OtherVersion(int dataMajor, string dataDirectory, List<ServerBinaries> usable) => new(
        "The private database was made by another version of PostgreSQL",
        Path.Combine(dataDirectory, "PG_VERSION"),
        $"data of version {dataMajor}",
        $"data of version {string.Join(" or ", usable.Select(binaries => binaries.Major))}, which is what is installed",
        $"apt-get install postgresql-{dataMajor}, or move {dataDirectory} away to begin with an empty database");

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
