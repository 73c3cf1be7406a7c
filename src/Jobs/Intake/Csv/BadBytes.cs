namespace Cycle.Jobs.Intake.Csv;

/// <summary>Bytes that are no text; the line they stand on is worked out by whoever knows the file.</summary>
/// <param name="what">What they are.</param>
/// <param name="offset">Where, in bytes from the start of the file.</param>
internal sealed class BadBytes(string what, long offset) : Exception(what)
{
    /// <summary>Bytes before them.</summary>
    public long Offset => offset;
}
