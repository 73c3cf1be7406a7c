using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cycle.Rendering.Pdf;

/// <summary>
/// The end of a PDF written anew with what Cairo cannot say: the document's language, that the title goes into the window's bar, and
/// an identifier, which is taken from the content so that the same statement keeps it. Everything before the catalog stays as it is.
/// Cairo up to 1.16 ends its files plainly; later ones compress the end, and such a file is left as it is: whole, but without its language.
/// </summary>
internal static class PdfTail
{
    private const int EntryBytes = 20;
    private const int OffsetDigits = 10;
    private const int IdentifierBytes = 16;

    /// <summary>The file with its catalog and trailer completed.</summary>
    /// <param name="pdf">A file as Cairo writes it.</param>
    /// <param name="language">A language tag such as "th-TH".</param>
    /// <exception cref="RenderingException">The file does not end the way it should.</exception>
    internal static byte[] Complete(ReadOnlySpan<byte> pdf, string language)
    {
        var trailerAt = pdf.LastIndexOf("trailer\n"u8);
        if (trailerAt < 0)
        {
            return pdf.ToArray();
        }

        var tableAt = NumberAfter(pdf, pdf.LastIndexOf("startxref"u8), "startxref"u8);
        var root = NumberAfter(pdf, Find(pdf, trailerAt, "/Root "u8), "/Root "u8);
        var entriesAt = tableAt + Find(pdf[tableAt..], 0, "\n0000000000 "u8) + 1;
        var catalogAt = (int)Parse(pdf.Slice(entriesAt + (root * EntryBytes), OffsetDigits));
        var insertAt = catalogAt + Find(pdf[catalogAt..tableAt], 0, "/Type /Catalog"u8);

        var catalogWords = Encoding.ASCII.GetBytes($"/Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >>\n   ");
        var identifier = Convert.ToHexString(SHA256.HashData(pdf[..tableAt]).AsSpan(0, IdentifierBytes));
        var trailerWords = Encoding.ASCII.GetBytes($"<< /ID [<{identifier}> <{identifier}>]\n  ");
        var trailerOpens = Find(pdf, trailerAt, "<<"u8);
        var startsAt = pdf.LastIndexOf("startxref"u8);
        var end = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{tableAt + catalogWords.Length}\n%%EOF\n"));

        var whole = new byte[startsAt - 2 + catalogWords.Length + trailerWords.Length + end.Length];
        var room = whole.AsSpan();
        Append(ref room, pdf[..insertAt]);
        Append(ref room, catalogWords);
        Append(ref room, pdf[insertAt..trailerOpens]);
        Append(ref room, trailerWords);
        Append(ref room, pdf[(trailerOpens + 2)..startsAt]);
        Append(ref room, end);
        var entries = whole.AsSpan((entriesAt + catalogWords.Length)..(trailerAt + catalogWords.Length));
        MoveBehind(entries, catalogAt, catalogWords.Length);
        return whole;
    }

    private static void Append(ref Span<byte> room, ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(room);
        room = room[piece.Length..];
    }

    /// <summary>Moves the offset of every object behind the catalog on.</summary>
    private static void MoveBehind(Span<byte> entries, int catalogAt, int by)
    {
        for (var at = EntryBytes; at + EntryBytes <= entries.Length; at += EntryBytes)
        {
            var offset = Parse(entries.Slice(at, OffsetDigits));
            if (offset > catalogAt)
            {
                Utf8Formatter.TryFormat(offset + by, entries.Slice(at, OffsetDigits), out _, new('D', OffsetDigits));
            }
        }
    }

    private static int NumberAfter(ReadOnlySpan<byte> pdf, int at, ReadOnlySpan<byte> words) =>
        at < 0 ? throw Unknown() : (int)Parse(pdf[(at + words.Length)..].TrimStart("\r\n "u8));

    private static long Parse(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out long number, out _) ? number : throw Unknown();

    private static int Find(ReadOnlySpan<byte> pdf, int from, ReadOnlySpan<byte> words)
    {
        var at = from < 0 ? -1 : pdf[from..].IndexOf(words);
        return at < 0 ? throw Unknown() : from + at;
    }

    private static RenderingException Unknown() => new(
        "The system's Cairo ends PDF files in a way that is not known here, so a statement's language cannot be set. Use the distribution's own libcairo2.");
}
