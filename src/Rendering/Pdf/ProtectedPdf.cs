using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Cycle.Rendering.Pdf;

/// <summary>
/// Makes the copy of a statement that opens only with a password: AES-256 by the system's <c>qpdf</c>. Each copy has other bytes,
/// as encryption must; the hash that is kept is that of the statement before it was locked.
/// </summary>
public static class ProtectedPdf
{
    private const int OwnerPasswordBytes = 24;

    /// <summary>Locks a PDF.</summary>
    /// <param name="pdf">The statement as drawn.</param>
    /// <param name="password">Opens the copy. It is handed to qpdf through its standard input: never on a command line, never in a file.</param>
    /// <param name="folder">Where the two temporary files may be, readable by this user alone; both are gone afterwards.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The copy's bytes.</returns>
    /// <exception cref="RenderingException">qpdf is missing or refused.</exception>
    public static async Task<byte[]> MakeAsync(ReadOnlyMemory<byte> pdf, string password, string folder, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        Directory.CreateDirectory(folder);
        var open = Path.Combine(folder, $".{Guid.NewGuid():N}.open");
        var locked = Path.ChangeExtension(open, ".locked");
        try
        {
            await WriteAsync(open, pdf, cancellationToken);
            await RunAsync(open, locked, password, cancellationToken);
            return await File.ReadAllBytesAsync(locked, cancellationToken);
        }
        finally
        {
            File.Delete(open);
            File.Delete(locked);
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await file.WriteAsync(bytes, cancellationToken);
    }

    private static async Task RunAsync(string open, string locked, string password, CancellationToken cancellationToken)
    {
        try
        {
            using var qpdf = Process.Start(new ProcessStartInfo("qpdf", ["@-"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
            var complaint = qpdf.StandardError.ReadToEndAsync(cancellationToken);

            // The owner's password, which would lift every restriction, is nobody's; nothing is restricted anyway, least of all reading aloud.
            string[] arguments = ["--encrypt", password, Convert.ToHexString(RandomNumberGenerator.GetBytes(OwnerPasswordBytes)), "256", "--", open, locked];
            await qpdf.StandardInput.WriteAsync(string.Join('\n', arguments));
            qpdf.StandardInput.Close();
            await qpdf.WaitForExitAsync(cancellationToken);
            _ = await complaint;
            if (qpdf.ExitCode != 0)
            {
                throw new RenderingException($"A statement could not be protected: qpdf ended with {qpdf.ExitCode}. Check that there is room and leave to write beside {locked}.");
            }
        }
        catch (Win32Exception missing)
        {
            throw new RenderingException("Statements cannot be protected: the program qpdf is missing. Run ./cycle, which installs it, or take the password out of the theme.", missing);
        }
    }
}
