using System.IO.Compression;
using System.Security.Cryptography;

namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>
/// A ZIP archive whose bytes depend on nothing but its content: every entry has the same time, and none is compressed (PDFs already
/// are; another version of the compressor would make other bytes). Files pass through a buffer, never through memory as a whole.
/// </summary>
/// <param name="file">Where the archive goes.</param>
/// <param name="time">The time of every entry.</param>
internal sealed class DeliveryArchive(Stream file, DateTimeOffset time) : IDisposable
{
    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Adds a file.</summary>
    /// <returns>Its bytes and their SHA-256 in hexadecimal.</returns>
    public async Task<(long Bytes, string Sha256)> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = time;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = entry.Open();
        var bytes = 0L;
        int read;
        while ((read = await content.ReadAsync(_buffer, cancellationToken)) > 0)
        {
            hash.AppendData(_buffer.AsSpan(0, read));
            await target.WriteAsync(_buffer.AsMemory(0, read), cancellationToken);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose() => _zip.Dispose();
}
