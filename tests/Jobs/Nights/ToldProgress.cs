using Cycle.Jobs.Nights;

namespace Cycle.Jobs.Tests.Nights;

/// <summary>Remembers what a night told, and does something once, at a call of which a test knows the number or the words.</summary>
internal sealed class ToldProgress : INightProgress
{
    private readonly Lock _lock = new();
    private Func<bool> _isDue = () => false;
    private Action _act = () => { };

    /// <summary>Acts at a call, counted from 1.</summary>
    public static ToldProgress AtCall(int number, Action act)
    {
        var progress = new ToldProgress { _act = act };
        progress._isDue = () => progress.Told.Count == number;
        return progress;
    }

    /// <summary>Acts at the first call with these words.</summary>
    public static ToldProgress AtWords(string words, Action act)
    {
        var progress = new ToldProgress { _act = act };
        progress._isDue = () => progress.Told.IndexOf(words) == progress.Told.Count - 1;
        return progress;
    }

    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    public void Begin(DateOnly date, string step, long units) => Tell($"{date:yyyy-MM-dd} {step}");

    public void Advance(long units) => Tell($"{units} done");

    public void End(string summary) => Tell($"ended: {summary}");

    private void Tell(string what)
    {
        lock (_lock)
        {
            Told.Add(what);
            if (_isDue())
            {
                _act();
            }
        }
    }
}
