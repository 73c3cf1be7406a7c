using Cycle.Rendering.Native;

namespace Cycle.Rendering.Drawing;

/// <summary>
/// Joins a Thai consonant that carries two marks with both of them into one cluster. Pango keeps them apart, and readers that
/// put text together by position then tell the upper mark after the next letter; as one cluster Cairo writes the text beside it.
/// </summary>
internal static unsafe class ThaiClusters
{
    /// <summary>Joins them on every line of a layout.</summary>
    internal static void Join(LayoutHandle layout)
    {
        var text = Pango.pango_layout_get_text(layout);
        var lines = Pango.pango_layout_get_line_count(layout);
        for (var line = 0; line < lines; line++)
        {
            var shaped = (PangoRuns.Line*)Pango.pango_layout_get_line_readonly(layout, line);
            for (var link = shaped->Runs; link != null; link = link->Next)
            {
                JoinRun(text + link->Data->Item->StartByte, link->Data->Glyphs);
            }
        }
    }

    private static void JoinRun(byte* text, PangoRuns.Glyphs* glyphs)
    {
        for (var at = 2; at < glyphs->Count; at++)
        {
            var clusters = glyphs->Clusters;
            if (IsMark(text + clusters[at]) && IsMark(text + clusters[at - 1]))
            {
                clusters[at] = clusters[at - 1] = clusters[at - 2];
            }
        }
    }

    /// <summary>Whether a character is a vowel or tone written over or under a consonant: U+0E31, U+0E34 to U+0E3A, U+0E47 to U+0E4E.</summary>
    private static bool IsMark(byte* utf8) => utf8[0] == 0xE0 && utf8[1] switch
    {
        0xB8 => utf8[2] == 0xB1 || utf8[2] is >= 0xB4 and <= 0xBA,
        0xB9 => utf8[2] is >= 0x87 and <= 0x8E,
        _ => false,
    };
}
