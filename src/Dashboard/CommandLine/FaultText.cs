namespace Cycle.Dashboard.CommandLine;

/// <summary>What of a fault is for a person: its causes in turn, and their words without the traces that libraries put into them.</summary>
internal static class FaultText
{
    /// <summary>The fault, what caused it, what caused that, and so on.</summary>
    public static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }

    /// <summary>The lines before those that an exception's text has after its message.</summary>
    public static IEnumerable<string> WithoutTrace(string text) => text.Split('\n').Select(line => line.TrimEnd())
        .TakeWhile(line => line.TrimStart() is var words && !words.StartsWith("at ", StringComparison.Ordinal) && !words.StartsWith("---", StringComparison.Ordinal));
}
