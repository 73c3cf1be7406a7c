namespace Cycle.Rendering.Native;

/// <summary>A system library that statements are drawn with is not installed. The message is fit for the user.</summary>
public sealed class MissingLibraryException : Exception
{
    /// <summary>Names the library and the remedy.</summary>
    /// <param name="library">The library's file name, such as "libcairo.so.2".</param>
    public MissingLibraryException(string library)
        : base($"Statements cannot be drawn: the system library {library} is missing. Run ./cycle, which installs it.") =>
        Library = library;

    /// <summary>The library's file name.</summary>
    public string Library { get; }
}
