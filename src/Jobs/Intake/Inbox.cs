using Cycle.Ledger.Postings;

namespace Cycle.Jobs.Intake;

/// <summary>The files of a folder, listed once, and which of them belong to a business date.</summary>
public sealed class Inbox
{
    private readonly InboxFile[] _files;
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    private Inbox(InboxFile[] files, string[] unknown, InboxFile[] controlsAlone)
    {
        _files = files;
        UnknownFiles = unknown;
        ControlsAlone = controlsAlone;
    }

    /// <summary>Bare names of files that are none to take in, ordered; they are left alone and named in the control report, any card number masked.</summary>
    public IReadOnlyList<string> UnknownFiles { get; }

    /// <summary>Control files whose own file is not there, with the name of that file, ordered.</summary>
    internal IReadOnlyList<InboxFile> ControlsAlone { get; }

    /// <summary>No files: for work that takes none in.</summary>
    public static Inbox Empty { get; } = new([], [], []);

    /// <summary>Lists a folder and its subfolders that are named by a date (yyyy-MM-dd); others are not looked into.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="besides">Bare names of files that lie there for another purpose, so that nobody need be told of them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Inbox List(string folder, params IReadOnlyCollection<string> besides)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}; the files to take in are expected there.");
        }

        var paths = Directory.EnumerateDirectories(folder).Where(path => Cell.TryDate(Path.GetFileName(path), out _)).Prepend(folder)
            .SelectMany(Directory.EnumerateFiles).ToArray();
        var files = Read(paths, IncomingName.Parse);
        var controls = Read(paths, ControlledName);
        var known = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var unknown = paths.Except(known).Except(controls.Select(control => control.Path))
            .Select(path => Path.GetFileName(path)!).Except(besides);
        return new(
            files,
            [.. unknown.Select(CardNumberMask.Mask).Order(StringComparer.Ordinal)],
            [.. controls.Where(control => !known.Contains(control.Path[..^IncomingName.ControlSuffix.Length]))]);
    }

    /// <summary>Whether a night takes in files of this name, or reads it as a control file.</summary>
    /// <param name="path">A path or a bare name.</param>
    public static bool Takes(string path) => IncomingName.Parse(path) is not null || ControlledName(path) is not null;

    /// <summary>Names of posting files dated before the first business date, ordered: they are not read, and named in the control report.</summary>
    /// <param name="firstBusinessDate">The first business date of the installation or case.</param>
    public IReadOnlyList<string> PostingFilesBefore(DateOnly firstBusinessDate) =>
        [.. _files.Where(file => IsTooOld(file, firstBusinessDate)).Select(file => file.Name.Name)];

    /// <summary>
    /// The files a night looks at, in the order it takes them: those not dated later and not known to be taken by an earlier date, and
    /// those of the date itself in any case.
    /// </summary>
    internal List<InboxFile> For(DateOnly businessDate, DateOnly firstBusinessDate)
    {
        var files = new List<InboxFile>();
        foreach (var file in _files)
        {
            if ((file.Name.Date is null || file.Name.Date <= businessDate) && !IsTooOld(file, firstBusinessDate)
                && (IsOf(file, businessDate, firstBusinessDate) || !_settled.Contains(file.Path)))
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>Whether a file's own night is this one.</summary>
    internal static bool IsOf(InboxFile file, DateOnly businessDate, DateOnly firstBusinessDate) =>
        businessDate == firstBusinessDate
            ? file.Name.Date is null || file.Name.Date <= firstBusinessDate
            : file.Name.Date == businessDate;

    /// <summary>Remembers that a file needs no look on later dates; an inbox is asked for one database only.</summary>
    internal void Settle(InboxFile file) => _settled.Add(file.Path);

    private static bool IsTooOld(InboxFile file, DateOnly firstBusinessDate) =>
        file.Name.Kind == FileKind.Postings && file.Name.Date < firstBusinessDate;

    /// <summary>The name of the file that a control file is for.</summary>
    private static IncomingName? ControlledName(string path) =>
        path.EndsWith(IncomingName.ControlSuffix, StringComparison.Ordinal)
        && IncomingName.Parse(path[..^IncomingName.ControlSuffix.Length]) is { MayBeControlled: true } name ? name : null;

    private static InboxFile[] Read(string[] paths, Func<string, IncomingName?> parse) =>
    [
        .. paths.Select(path => (Path: path, Name: parse(path))).Where(file => file.Name is not null)
            .Select(file => new InboxFile(file.Name!, file.Path, File.GetLastWriteTimeUtc(file.Path)))
            .OrderBy(file => file.Name.Kind).ThenBy(file => file.Name.Date).ThenBy(file => file.Name.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal),
    ];
}
