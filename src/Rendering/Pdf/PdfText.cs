using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Cycle.Rendering.Pdf;

/// <summary>The text layer of a PDF in drawing order, read by a program that is not ours: poppler's <c>pdftotext</c>.</summary>
public sealed class PdfText
{
    private readonly string squeezed;

    private PdfText(string text) => squeezed = Squeeze(text);

    /// <summary>Takes a text as a text layer.</summary>
    public static PdfText Of(string text) => new(text);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RenderingException">The file cannot be read as a PDF, or the program is not installed.</exception>
    public static async Task<PdfText> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("pdftotext", ["-raw", "-enc", "UTF-8", "-q", path, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? new(text)
                : throw new RenderingException($"The PDF {path} cannot be read back: pdftotext ended with {process.ExitCode}. {await complaint}".TrimEnd());
        }
        catch (Win32Exception missing)
        {
            throw new RenderingException("Statements cannot be read back: the program pdftotext is missing (package poppler-utils). Run ./cycle, which installs it.", missing);
        }
    }

    /// <summary>Whether the layer has these words, white space aside, and no further digit of a figure on either side.</summary>
    internal bool Tells(string words)
    {
        var wanted = Squeeze(words);
        for (var at = squeezed.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = squeezed.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!GoesOnBefore(wanted, at) && !GoesOnAfter(wanted, at + wanted.Length))
            {
                return true;
            }
        }

        return false;
    }

    // "1,040.00" is not told by "11,040.00", nor "5.00" by "-5.00".
    private bool GoesOnBefore(string wanted, int at) =>
        at > 0 && IsFigure(wanted[0]) && (squeezed[at - 1] is ',' or '-' || char.IsAsciiDigit(squeezed[at - 1])) && !EndsAFigure(at);

    private bool GoesOnAfter(string wanted, int end) =>
        end < squeezed.Length && IsFigure(wanted[^1]) && char.IsAsciiDigit(squeezed[end]) && !EndsAFigure(end);

    private static bool IsFigure(char character) => char.IsAsciiDigit(character) || character == '-';

    /// <summary>Without white space two amounts stand together: "15,463.891,040.00" has an end after its satang.</summary>
    private bool EndsAFigure(int at) =>
        at >= 3 && squeezed[at - 3] == '.' && char.IsAsciiDigit(squeezed[at - 2]) && char.IsAsciiDigit(squeezed[at - 1]);

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
