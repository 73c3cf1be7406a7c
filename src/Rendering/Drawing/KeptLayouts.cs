using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Shaped texts by what they were shaped from: those asked for lately stay, whichever statement asked, and the layouts of the others
/// are used again. A shop's name comes back in every other statement of a night, a holder's name in none.
/// </summary>
/// <param name="most">How many stay for certain; at most twice as many are held.</param>
/// <param name="make">Makes a layout where none is free.</param>
/// <param name="shape">Shapes a text into a layout.</param>
internal sealed class KeptLayouts(int most, Func<LayoutHandle> make, Action<LayoutHandle, ParagraphKey> shape) : IDisposable
{
    private readonly Stack<LayoutHandle> free = [];
    private Dictionary<ParagraphKey, LayoutHandle> recent = [];
    private Dictionary<ParagraphKey, LayoutHandle> older = [];

    /// <summary>The layout of a text; a text that was not asked for of late is shaped into one first.</summary>
    /// <returns>Valid until as many other texts were asked for as stay.</returns>
    internal LayoutHandle Get(ParagraphKey key)
    {
        if (recent.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (!older.Remove(key, out kept))
        {
            kept = free.TryPop(out var used) ? used : make();
            shape(kept, key);
        }

        if (recent.Count >= most)
        {
            Age();
        }

        recent.Add(key, kept);
        return kept;
    }

    /// <summary>Gives every layout back.</summary>
    public void Dispose()
    {
        Age();
        Age();
        while (free.TryPop(out var layout))
        {
            layout.Dispose();
        }
    }

    private void Age()
    {
        foreach (var layout in older.Values)
        {
            free.Push(layout);
        }

        older.Clear();
        (recent, older) = (older, recent);
    }
}
