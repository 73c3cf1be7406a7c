namespace Cycle.Bench.Portfolio;

/// <summary>How a customer answers a statement.</summary>
internal enum Behaviour
{
    /// <summary>All of it, on or before the due date.</summary>
    Full,

    /// <summary>The minimum, on or before the due date.</summary>
    Minimum,

    /// <summary>A round amount between minimum and balance.</summary>
    Partial,

    /// <summary>All or part of it, after the due date.</summary>
    Late,

    /// <summary>Nothing.</summary>
    None,
}
