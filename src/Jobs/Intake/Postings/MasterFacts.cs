using System.Collections.Concurrent;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>Cards and rates that rows are judged against. One thread adds to them while another judges.</summary>
internal sealed class MasterFacts
{
    /// <summary>Cards by id; null of an id that is on no master.</summary>
    public ConcurrentDictionary<string, CardFacts?> Cards { get; } = new(StringComparer.Ordinal);

    /// <summary>Tables of rates by posting date.</summary>
    public ConcurrentDictionary<DateOnly, FxTable> Fx { get; } = new();
}
