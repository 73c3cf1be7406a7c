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

    /// <summary>What is added to a command; empty when no database was named.</summary>
    public string Option { get; } = database is null ? "" : $" --database {Typed(database)}";

    /// <summary>The words, each suggested command with its database.</summary>
    public string In(string words) => Add(Option, words);

    /// <summary>A text with places, each suggested command with one more: a database may be called like a place, and is no part of the text.</summary>
    /// <param name="format">The text, with {0}, {1}.</param>
    /// <param name="place">The number of the place that <see cref="Option"/> is to stand in.</param>
    public string In(string format, int place) => Add($"{{{place}}}", format);

    private string Add(string option, string words) => Option.Length == 0 ? words : Command().Replace(
        words, command => Verbs.Contains(command.Groups["verb"].Value) && !command.Value.Contains(" --database ", StringComparison.Ordinal)
            ? $"{command.Value[..^1]}{option}`"
            : command.Value);

    /// <summary>A name as a shell takes it for one word.</summary>
    private static string Typed(string name) =>
        name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.') ? name : $"'{name.Replace("'", @"'\''")}'";

    [GeneratedRegex(@"`(\./)?cycle (?<verb>[a-z]+)[^`\n]*`")]
    private static partial Regex Command();
}
