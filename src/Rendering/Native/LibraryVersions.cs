using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The versions of the system libraries that decide a statement's bytes, as they are loaded in this process.</summary>
internal static partial class LibraryVersions
{
    private const string FreeType = "libfreetype.so.6";
    private const string HarfBuzz = "libharfbuzz.so.0";
    private const string Zlib = "libz.so.1";

    /// <summary>Name and version of each, in a fixed order: "cairo 1.16.0; pango 1.50.12; ...".</summary>
    internal static string Words() => string.Join("; ", All().Select(library => $"{library.Name} {library.Version}"));

    private static IEnumerable<(string Name, string Version)> All()
    {
        yield return ("cairo", Text(cairo_version_string()));
        yield return ("pango", Text(pango_version_string()));
        yield return ("harfbuzz", Text(hb_version_string()));
        yield return ("freetype", FreeTypeVersion());
        yield return ("fontconfig", FcGetVersion().ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return ("zlib", Text(zlibVersion()));
    }

    private static string Text(nint words) => Marshal.PtrToStringUTF8(words) ?? "";

    private static string FreeTypeVersion()
    {
        if (FT_Init_FreeType(out var library) != 0)
        {
            return "";
        }

        FT_Library_Version(library, out var major, out var minor, out var patch);
        _ = FT_Done_FreeType(library);
        return $"{major}.{minor}.{patch}";
    }

    [LibraryImport(NativeLibraries.Cairo)]
    private static partial nint cairo_version_string();

    [LibraryImport(NativeLibraries.Pango)]
    private static partial nint pango_version_string();

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_version_string();

    [LibraryImport(NativeLibraries.Fontconfig)]
    private static partial int FcGetVersion();

    [LibraryImport(Zlib)]
    private static partial nint zlibVersion();

    [LibraryImport(FreeType)]
    private static partial int FT_Init_FreeType(out nint library);

    [LibraryImport(FreeType)]
    private static partial void FT_Library_Version(nint library, out int major, out int minor, out int patch);

    [LibraryImport(FreeType)]
    private static partial int FT_Done_FreeType(nint library);
}
