namespace Cycle.Jobs.Tests.Errors;

/// <summary>One error as a person meets it.</summary>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Place">The file it stands in.</param>
/// <param name="Excerpt">What stands there.</param>
/// <param name="Message">The whole message the program gave, word for word.</param>
/// <param name="Remedy">What to do; empty where the message says it.</param>
internal sealed record ErrorCase(string Title, string Place, string Excerpt, string Message, string Remedy)
{
    /// <summary>The case as a part of the page.</summary>
    public string ToMarkdown()
    {
        var remedy = Remedy.Length == 0 ? "" : $"\n{Remedy}\n";
        return $"""
            ### {Title}

            `{Place}`

            ```
            {Excerpt}
            ```

            > {Message.Replace("\n", "\n> ", StringComparison.Ordinal)}
            {remedy}

            """.ReplaceLineEndings("\n");
    }
}
