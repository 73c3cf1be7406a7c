namespace Cycle.Rendering.Statements;

/// <summary>Where the columns of a statement's lines stand and how wide they are, in points; the date of the transaction is at the left of the sheet.</summary>
internal static class LineColumns
{
    internal const double PostedLeft = Sheet.Left + 60;
    internal const double TextLeft = Sheet.Left + 120;
    internal const double TextRoom = 210;
    internal const double OriginalRight = Sheet.Left + 424;
    internal const double OriginalRoom = 88;
    internal const double AmountRight = Sheet.Right;
    internal const double AmountRoom = 82;
}
