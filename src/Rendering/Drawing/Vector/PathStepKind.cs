namespace Cycle.Rendering.Drawing.Vector;

/// <summary>What one step of a path does.</summary>
internal enum PathStepKind
{
    /// <summary>Begins a new outline at a point.</summary>
    Move,

    /// <summary>Goes straight to a point.</summary>
    Line,

    /// <summary>Goes to a point by a cubic curve.</summary>
    Curve,

    /// <summary>Goes back to where the outline began.</summary>
    Close,
}
