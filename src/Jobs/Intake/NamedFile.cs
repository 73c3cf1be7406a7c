namespace Cycle.Jobs.Intake;

/// <summary>Whether a file's name fits what it is to be taken as.</summary>
internal static class NamedFile
{
    /// <summary>Why not, without the name; null when it does.</summary>
    /// <param name="path">The file.</param>
    /// <param name="businessDate">The night that is to take it.</param>
    /// <param name="kinds">What it may bring.</param>
    public static string? Problem(string path, DateOnly businessDate, params FileKind[] kinds)
    {
        var name = IncomingName.Parse(path);
        return name is null || !kinds.Contains(name.Kind)
            ? $"the name tells no file of this kind; {string.Join(", ", kinds.Select(Expected))} expected."
            : name.Date > businessDate
            ? $"the file is dated {name.Date:yyyy-MM-dd}; a date not after the business date {businessDate:yyyy-MM-dd} expected."
            : null;
    }

    private static string Expected(FileKind kind) => kind switch
    {
        FileKind.Postings => "postings-yyyy-MM-dd.csv or postings-yyyy-MM-dd-n.csv",
        FileKind.Opening => "opening-yyyy-MM-dd.csv or opening-yyyy-MM-dd-n.csv",
        FileKind.Fx => "fx-yyyy-MM-dd.csv",
        _ => $"{kind.ToString().ToLowerInvariant()}.csv or {kind.ToString().ToLowerInvariant()}-yyyy-MM-dd.csv",
    };
}
