namespace Cycle.Ledger.Storage.Server;

/// <summary>The database cannot be used as things are; the message is meant for the person at the terminal.</summary>
/// <remarks>It says what, where, what was found, what was expected and what to do, and never holds a password.</remarks>
public sealed class ServerProblem : Exception
{
    /// <summary>Describes the problem in the reader's words.</summary>
    /// <param name="what">One sentence without its full stop.</param>
    /// <param name="where">The file, directory or address it is about.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="remedy">What the reader can do, as a command where there is one.</param>
    /// <param name="inner">The fault underneath, for the log; never shown.</param>
    public ServerProblem(string what, string where, string found, string expected, string remedy, Exception? inner = null)
        : base(Compose(what, where, found, expected, remedy), inner)
    {
        What = what;
        Where = where;
        Found = found;
        Expected = expected;
        Remedy = remedy;
    }

    /// <summary>One sentence without its full stop.</summary>
    public string What { get; }

    /// <summary>The file, directory or address it is about.</summary>
    public string Where { get; }

    /// <summary>What was there; may span lines (the end of a log).</summary>
    public string Found { get; }

    /// <summary>What should be there.</summary>
    public string Expected { get; }

    /// <summary>What the reader can do.</summary>
    public string Remedy { get; }

    private static string Compose(string what, string where, string found, string expected, string remedy)
    {
        string[] lines =
        [
            what + ".",
            Line("where", where),
            Line("found", found),
            Line("expected", expected),
            Line("to do", remedy),
        ];
        return string.Join('\n', lines);
    }

    private static string Line(string label, string text) =>
        $"  {label + ":",-10}{text.TrimEnd().Replace("\n", "\n" + new string(' ', 12), StringComparison.Ordinal)}";
}
