using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Cycle.Rendering.Tests.Poppler;

/// <summary>Reads PDF files with poppler's command-line tools, as a reader who is not us.</summary>
internal static class PopplerTool
{
    /// <summary>The text of a PDF.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="mode">A mode of pdftotext such as "-raw" or "-layout"; empty for its default.</param>
    internal static string Text(RenderedPdf pdf, string mode = "-raw") =>
        Run("pdftotext", pdf, mode.Length == 0 ? ["FILE", "-"] : [mode, "FILE", "-"]);

    /// <summary>What pdfinfo tells, with dates as written.</summary>
    internal static string Info(RenderedPdf pdf) => Run("pdfinfo", pdf, ["-rawdates", "FILE"]);

    /// <summary>The fonts inside.</summary>
    internal static string Fonts(RenderedPdf pdf) => Run("pdffonts", pdf, ["FILE"]);

    /// <summary>A text without any white space, for comparing what was printed with what was given.</summary>
    internal static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    internal static string Run(string tool, RenderedPdf pdf, IEnumerable<string> arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf.Bytes.ToArray());
            var start = new ProcessStartInfo(tool, arguments.Select(argument => argument == "FILE" ? file : argument))
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, tool);
            return output;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{tool} is missing: these tests read PDFs with it. Install poppler-utils; ./cycle test does.");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
