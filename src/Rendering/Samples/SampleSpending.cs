using Cycle.Ledger;

namespace Cycle.Rendering.Samples;

/// <summary>What was spent in an earlier cycle.</summary>
internal sealed record SampleSpending(DateOnly Date, Money Amount);
