using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>Fontconfig as far as a private set of fonts needs it.</summary>
internal static partial class Fontconfig
{
    [LibraryImport(NativeLibraries.Fontconfig)]
    internal static partial FontConfigHandle FcConfigCreate();

    [LibraryImport(NativeLibraries.Fontconfig)]
    internal static partial void FcConfigDestroy(nint config);

    /// <summary>Adds a font file; 0 when it cannot be read.</summary>
    [LibraryImport(NativeLibraries.Fontconfig, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int FcConfigAppFontAddFile(FontConfigHandle config, string path);
}
