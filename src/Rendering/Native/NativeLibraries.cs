using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The system libraries that shape and draw. They are loaded by their stable ABI name, so no development package is needed.</summary>
internal static class NativeLibraries
{
    internal const string Cairo = "libcairo.so.2";
    internal const string Fontconfig = "libfontconfig.so.1";
    internal const string GObject = "libgobject-2.0.so.0";
    internal const string Pango = "libpango-1.0.so.0";
    internal const string PangoCairo = "libpangocairo-1.0.so.0";
    internal const string PangoFt2 = "libpangoft2-1.0.so.0";

    private static readonly string[] All = [Cairo, Fontconfig, GObject, Pango, PangoCairo, PangoFt2];

    /// <summary>Asks for every library before the first native call, so that the user reads which one is missing, not a loader's message.</summary>
    /// <exception cref="MissingLibraryException">One of them cannot be loaded.</exception>
    internal static void RequireAll() => Require(All);

    /// <summary>Asks for these libraries.</summary>
    /// <exception cref="MissingLibraryException">One of them cannot be loaded.</exception>
    internal static void Require(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            // The handle is kept for the life of the process on purpose: the bindings use the same library.
            if (!NativeLibrary.TryLoad(name, out _))
            {
                throw new MissingLibraryException(name);
            }
        }
    }
}
