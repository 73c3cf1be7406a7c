using System.Security.Cryptography;
using Cycle.Rendering.Native;

namespace Cycle.Rendering.Fonts;

/// <summary>
/// The shipped Sarabun faces (SIL Open Font License) and nothing else: a font configuration of our own,
/// so that no font of the machine can change a statement's bytes.
/// </summary>
internal sealed class SarabunFonts : IDisposable
{
    internal const string Family = "Sarabun";

    // Points are the unit of the page: 72 to the inch.
    private const double PointsPerInch = 72;

    private static readonly string[] Files = ["Sarabun-Regular.ttf", "Sarabun-Bold.ttf"];

    /// <summary>The SHA-256 of both faces, in lower-case hexadecimal.</summary>
    internal static string Sha256 { get; } = Convert.ToHexStringLower(
        SHA256.HashData([.. Files.SelectMany(file => SHA256.HashData(File.ReadAllBytes(RenderingFiles.PathOf("Fonts", file))))]));

    // FreeType lists its open faces without a lock of its own, and Cairo holds none of it while it opens one.
    private static readonly Lock Faces = new();

    private readonly PangoFontHandle[] held;

    private SarabunFonts(FontMapHandle map, PangoContextHandle context)
    {
        Map = map;
        Context = context;
        held = [Held(bold: false), Held(bold: true)];
    }

    internal FontMapHandle Map { get; }

    internal PangoContextHandle Context { get; }

    /// <summary>Opens the faces for one renderer, that is for one thread.</summary>
    /// <exception cref="MissingLibraryException">A system library is not installed.</exception>
    /// <exception cref="RenderingException">A font file is missing or unreadable.</exception>
    internal static SarabunFonts Open()
    {
        NativeLibraries.RequireAll();
        Allocator.KeepPages();
        lock (Faces)
        {
            return OpenAlone();
        }
    }

    /// <summary>The Pango description of one face.</summary>
    /// <param name="sizePoints">Type size in points.</param>
    /// <param name="bold">Bold, else Regular.</param>
    internal static FontDescriptionHandle Describe(double sizePoints, bool bold)
    {
        var description = Pango.pango_font_description_new();
        Pango.pango_font_description_set_family(description, Family);
        Pango.pango_font_description_set_weight(description, bold ? Pango.WeightBold : Pango.WeightNormal);
        Pango.pango_font_description_set_size(description, (int)Math.Round(sizePoints * Pango.Scale));
        return description;
    }

    /// <summary>Gives the font map back.</summary>
    public void Dispose()
    {
        lock (Faces)
        {
            Array.ForEach(held, font => font.Dispose());
            Context.Dispose();
            Map.Dispose();
        }
    }

    private static SarabunFonts OpenAlone()
    {
        using var config = Fontconfig.FcConfigCreate();
        var folder = FontNames.Next(RenderingFiles.PathOf("Fonts"));
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path) || Fontconfig.FcConfigAppFontAddFile(config, path) == 0)
            {
                throw new RenderingException($"The statement font {file} is missing or unreadable. Build again: it belongs beside the program, under Rendering/Fonts.");
            }
        }

        var map = PangoCairo.pango_cairo_font_map_new_for_font_type(PangoCairo.FontTypeFreeType);
        if (map.IsInvalid)
        {
            throw new RenderingException("The system's Pango was built without FreeType, which statements need. Install the distribution's own libpangocairo.");
        }

        PangoCairo.pango_fc_font_map_set_config(map, config);
        PangoCairo.pango_cairo_font_map_set_resolution(map, PointsPerInch);
        return new SarabunFonts(map, NewContext(map));
    }

    /// <summary>A font of one face with its file open, which stays so until it is given back.</summary>
    private PangoFontHandle Held(bool bold)
    {
        using var description = Describe(PointsPerInch, bold);
        var font = Pango.pango_font_map_load_font(Map, Context, description);
        _ = PangoCairo.pango_cairo_font_get_scaled_font(font);
        return font;
    }

    private static PangoContextHandle NewContext(FontMapHandle map)
    {
        var context = Pango.pango_font_map_create_context(map);

        // Print has no pixels: hinting or rounding would make widths depend on a screen.
        using var options = Cairo.cairo_font_options_create();
        Cairo.cairo_font_options_set_hint_style(options, Cairo.HintStyleNone);
        Cairo.cairo_font_options_set_hint_metrics(options, Cairo.HintMetricsOff);
        PangoCairo.pango_cairo_context_set_font_options(context, options);
        Pango.pango_context_set_round_glyph_positions(context, 0);
        Pango.pango_context_set_language(context, Pango.pango_language_from_string("th"));
        return context;
    }
}
