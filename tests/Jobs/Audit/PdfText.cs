using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Cycle.Jobs.Tests.Audit;

/// <summary>What a reader finds in a PDF, by poppler's command-line tools.</summary>
internal static class PdfText
{
    /// <summary>Its text and its description.</summary>
    public static string Of(string file) => Run("pdftotext", "-raw", file, "-") + Run("pdfinfo", file);

    /// <summary>The text of one that is locked.</summary>
    public static string OfLocked(string file, string password) => Run("pdftotext", "-upw", password, "-raw", file, "-");

    private static string Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, tool);
            return output;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{tool} is missing: these tests read PDFs with it. Install poppler-utils; ./cycle test does.");
        }
    }
}
