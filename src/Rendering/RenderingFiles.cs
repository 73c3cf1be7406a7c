namespace Cycle.Rendering;

/// <summary>Where the files that ship with this room lie: fonts, theme and message templates.</summary>
internal static class RenderingFiles
{
    /// <summary>A shipped file's full path.</summary>
    /// <param name="parts">Folders and file name below the room's folder.</param>
    internal static string PathOf(params ReadOnlySpan<string> parts) =>
        Path.Combine([AppContext.BaseDirectory, "Rendering", .. parts]);
}
