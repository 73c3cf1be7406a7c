namespace Cycle.Jobs.Replay;

/// <summary>Replaces a case's expected files by what was made, for a person to review before they are committed.</summary>
internal static class Expectations
{
    /// <summary>What a case without expected files gets: the figures, not the bytes of PDFs, which depend on the system's libraries.</summary>
    private static readonly string[] Usual =
        ["statements.json", "rejects.csv", "cancellations.csv", "exceptions.csv", "notices.csv", "balances.csv", "trial-balance.csv"];

    public static void Update(string expected, string made)
    {
        var names = Directory.Exists(expected)
            ? Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(expected, file)).ToList()
            : [.. Usual];
        foreach (var name in names.Where(name => File.Exists(Path.Combine(made, name))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(expected, name))!);
            File.Copy(Path.Combine(made, name), Path.Combine(expected, name), overwrite: true);
        }
    }
}
