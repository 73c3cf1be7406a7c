using System.Globalization;
using System.Text.RegularExpressions;

namespace Cycle.Jobs.Intake;

/// <summary>A file's name, read (files.md): what it brings and its date.</summary>
/// <param name="Name">The bare name, as it is stored and shown.</param>
/// <param name="Kind">What it brings.</param>
/// <param name="Date">The date in the name; none for masters that have none.</param>
public sealed partial record IncomingName(string Name, FileKind Kind, DateOnly? Date)
{
    /// <summary>What a control file's name adds to that of the file it is for.</summary>
    public const string ControlSuffix = ".control.json";

    /// <summary>Whether a control file may come with it.</summary>
    public bool MayBeControlled => Kind is FileKind.Postings or FileKind.Opening;

    /// <summary>Reads a name.</summary>
    /// <param name="path">A path or a bare name.</param>
    /// <returns>Null when no file to take in has such a name.</returns>
    public static IncomingName? Parse(string path)
    {
        var name = Path.GetFileName(path);
        if (Dated().Match(name) is { Success: true } dated && TryDate(dated.Groups["date"].Value, out var date))
        {
            return new(name, KindOf(dated.Groups["kind"].Value), date);
        }

        return Undated().Match(name) is { Success: true } undated ? new(name, KindOf(undated.Groups["kind"].Value), null) : null;
    }

    private static FileKind KindOf(string word) => Enum.Parse<FileKind>(word, ignoreCase: true);

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Postings and opening balances may carry a number: several files may come for one date.
    [GeneratedRegex(@"\A(?:(?<kind>postings|opening)-(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[0-9]{1,9})?|(?<kind>accounts|cards|holidays|fx)-(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}))\.csv\z")]
    private static partial Regex Dated();

    [GeneratedRegex(@"\A(?<kind>accounts|cards|holidays)\.csv\z")]
    private static partial Regex Undated();
}
