using Cycle.Jobs.Nights;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Remembers what a night told, and does something at one of its calls, counted from 1.</summary>
internal sealed class ToldProgress(int at = 0, Action? then = null) : INightProgress
{
    private readonly Lock _lock = new();

    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Whether there were as many calls.</summary>
    public bool HasActed => at > 0 && Told.Count >= at;

    public void Begin(DateOnly date, string step, long units) => Tell($"{date:yyyy-MM-dd} {step}");

    public void Advance(long units) => Tell($"{units} done");

    public void End(string summary) => Tell($"ended: {summary}");

    private void Tell(string what)
    {
        lock (_lock)
        {
            Told.Add(what);
            if (Told.Count == at)
            {
                then?.Invoke();
            }
        }
    }
}
