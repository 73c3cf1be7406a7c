namespace Cycle.Rendering.Messages;

/// <summary>What is wrong with a template file, where, and what was expected.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column on the line, from 1; 0 for the line as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What may stand there.</param>
public sealed record TemplateProblem(string File, int Line, int Column, string Found, string Expected)
{
    /// <summary>"FILE:LINE:COLUMN: found X, expected Y".</summary>
    public override string ToString()
    {
        var place = (Line, Column) switch { (0, _) => File, (_, 0) => $"{File}:{Line}", _ => $"{File}:{Line}:{Column}" };
        return $"{place}: found {Found}, expected {Expected}";
    }
}
