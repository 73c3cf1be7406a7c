using CsvHelper;

namespace Cycle.Jobs.Intake.Csv;

/// <summary>How broken quoting is told.</summary>
internal static class Quoting
{
    /// <summary>The reason a file is refused for.</summary>
    /// <param name="reason">What the reader found.</param>
    /// <param name="line">Physical line on which the row begins.</param>
    public static string Problem(CsvMalformedReason reason, long line) => reason switch
    {
        CsvMalformedReason.StrayQuote =>
            $"the row on line {line} has a quote inside a cell that does not begin with one; such a cell must be quoted whole and its quotes doubled.",
        CsvMalformedReason.TextAfterClosingQuote =>
            $"the row on line {line} has text after a closing quote; a comma or the end of the line expected.",
        _ => $"the row on line {line} has a quote that is never closed.",
    };
}
