using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>
/// What a leg's interest is charged on: the kind of item and its id, beside each other or, where the room is too narrow for both, one
/// below the other. The kind is shaped once for all statements and the id needs no shaping, which together as one text they would.
/// </summary>
internal sealed class LegItem
{
    // A kind and an id of 40 characters.
    private const int MostLines = 3;

    private readonly string kind;
    private readonly string id;
    private readonly double room;

    private LegItem(string kind, string id, double room) => (this.kind, this.id, this.room) = (kind, id, room);

    /// <summary>How many lines it takes.</summary>
    internal required int Lines { get; init; }

    /// <summary>How far right of the kind's beginning and below its baseline the id begins, in points; none when both are broken together as one text.</summary>
    private (double Right, double Below)? IdPlace { get; init; }

    /// <summary>Measures an item.</summary>
    /// <param name="canvas">Where it will be drawn.</param>
    /// <param name="typesetter">Breaks an id that is too long for a line or has other characters than figures may have.</param>
    /// <param name="style">How it will look.</param>
    /// <param name="kind">The kind in the statement's language.</param>
    /// <param name="id">The posting's id.</param>
    /// <param name="room">The cell's width in points.</param>
    internal static LegItem Of(Canvas canvas, Typesetter typesetter, TextStyle style, string kind, string id, double room)
    {
        kind += " · ";
        var idWidth = FigureFace.Covers(id) ? canvas.FigureWidth(id, style) : double.PositiveInfinity;
        if (idWidth > room)
        {
            return new(kind, id, room) { Lines = typesetter.CountLines(kind + id, style.Size, room, MostLines) };
        }

        var kindWidth = canvas.LabelWidth(kind, style);
        return kindWidth + idWidth <= room
            ? new(kind, id, room) { Lines = 1, IdPlace = (kindWidth, 0) }
            : new(kind, id, room) { Lines = 2, IdPlace = (0, RowText.FurtherLineHeight) };
    }

    /// <summary>Draws it as a cell, its first line on a baseline.</summary>
    internal void Draw(Canvas canvas, TextStyle style, double x, double baseline)
    {
        if (IdPlace is not { } place)
        {
            TableCell.Text(canvas, kind + id, style, x, baseline, room, MostLines);
            return;
        }

        using var cell = canvas.In(Role.Cell);
        canvas.Label(kind, style, x, baseline);
        canvas.Figure(id, style, x + place.Right, baseline + place.Below, room, Align.Left);
    }
}
