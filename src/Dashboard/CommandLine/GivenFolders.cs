namespace Cycle.Dashboard.CommandLine;

/// <summary>Folders that a command was given, looked at before its work begins.</summary>
internal static class GivenFolders
{
    /// <summary>Where results go: seen to be a folder before anything begins, not when the first PDF is written.</summary>
    /// <exception cref="UsageException">It is a file, or lies in one.</exception>
    public static string Output(string output)
    {
        var folder = Path.GetFullPath(output);
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new UsageException($"--out: found a file, {path}, expected a folder. Name another one.");
            }
        }

        return folder;
    }

    /// <summary>Where files come from; the usual folder is made when none is named.</summary>
    /// <exception cref="UsageException">The one named is not there.</exception>
    public static string Inbox(string? inbox)
    {
        if (inbox is null)
        {
            return Directory.CreateDirectory(Path.Combine(CycleHome.Var, "inbox")).FullName;
        }

        return Directory.Exists(inbox)
            ? Path.GetFullPath(inbox)
            : throw new UsageException($"--inbox: no folder {inbox}. Make it, or name another one.");
    }
}
