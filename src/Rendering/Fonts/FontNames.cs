namespace Cycle.Rendering.Fonts;

/// <summary>Other names for the folder of the fonts: <c>Fonts/.</c>, <c>Fonts/./.</c> and so on, given out in turn.</summary>
/// <remarks>
/// Cairo keeps a face and its scaled fonts by the name of their file, behind locks and counts that every thread then writes for every text
/// it draws: two threads with one name did the work of 1.6 to 1.7, with a name each that of 1.8 to 2.
/// </remarks>
internal static class FontNames
{
    // Cairo keeps ten faces open, two of them of each name. Asked for one more it closes another that it believes idle, without the lock
    // that a thread about to draw with it holds: with sixteen names a process died of that. Renderers beyond these share names.
    private const int Most = 4;

    private static int given;

    /// <summary>The next name of a folder.</summary>
    internal static string Next(string folder) =>
        folder + string.Concat(Enumerable.Repeat("/.", (int)((uint)Interlocked.Increment(ref given) % Most)));
}
