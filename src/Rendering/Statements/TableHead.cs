using Cycle.Rendering.Drawing;

namespace Cycle.Rendering.Statements;

/// <summary>What a table repeats on every page: its column heads, and the row that carries a sum over the break.</summary>
/// <param name="Height">Height of the column heads in points.</param>
/// <param name="Draw">Draws the column heads with their top at a y.</param>
/// <param name="CarryHeight">Height of a carrying row in points.</param>
/// <param name="DrawCarry">Draws a carrying row: its top, whether it stands at the top of a page, what is carried.</param>
internal sealed record TableHead(
    double Height,
    Action<Canvas, double> Draw,
    double CarryHeight,
    Action<Canvas, double, bool, CarriedSum> DrawCarry);
