using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cycle.Dashboard.CommandLine;

/// <summary>
/// Commands that words suggest, between backticks, with the database that this process works on: typed as it stands, a command without it
/// would look at another database, or begin one.
/// </summary>
/// <param name="database">What <c>--database</c> was given, or null.</param>
internal sealed partial class SuggestedCommands(string? database)
{
    /// <summary>Verbs that take <c>--database</c> and are suggested somewhere.</summary>
    public static FrozenSet<string> Verbs { get; } =
        new[] { "cancel", "export", "messages", "rerun", "resume", "run", "send", "serve", "status", "user", "verify" }.ToFrozenSet();

    private readonly string? _option = database is null ? null : $" --database {Typed(database)}";

    /// <summary>The words, each suggested command with its database.</summary>
    public string In(string words) => _option is null ? words : Command().Replace(
        words, command => Verbs.Contains(command.Groups["verb"].Value) && !command.Value.Contains(" --database ", StringComparison.Ordinal)
            ? $"{command.Value[..^1]}{_option}`"
            : command.Value);

    /// <summary>A name as a shell takes it for one word.</summary>
    private static string Typed(string name) =>
        name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.') ? name : $"'{name.Replace("'", @"'\''")}'";

    [GeneratedRegex(@"`(\./)?cycle (?<verb>[a-z]+)[^`\n]*`")]
    private static partial Regex Command();
}
