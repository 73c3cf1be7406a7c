using System.Collections.Concurrent;
using Cycle.Rendering;

namespace Cycle.Jobs.Nights;

/// <summary>Renderers of one theme. They are costly to make and draw one statement at a time: as many as ever worked at once are kept.</summary>
/// <param name="theme">The theme.</param>
internal sealed class Renderers(Theme theme)
{
    /// <summary>Read at first use. That it could not be read is not kept: a process that lives for months draws once its files are mended.</summary>
    private static readonly Lazy<Theme> InForce = new(Theme.InForce, LazyThreadSafetyMode.PublicationOnly);
    private static readonly ConcurrentDictionary<Theme, Renderers> OfThemes = [];

    private readonly ConcurrentBag<StatementRenderer> _idle = [];

    public Theme Theme => theme;

    /// <summary>The renderers of a theme.</summary>
    /// <param name="theme">Null for the one in force.</param>
    public static Renderers Of(Theme? theme) => OfThemes.GetOrAdd(theme ?? InForce.Value, static theme => new(theme));

    public StatementRenderer Rent() => _idle.TryTake(out var renderer) ? renderer : new(theme);

    public void Return(StatementRenderer renderer) => _idle.Add(renderer);
}
