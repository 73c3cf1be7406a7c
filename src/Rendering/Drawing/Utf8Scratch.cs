using System.Text;

namespace Cycle.Rendering.Drawing;

/// <summary>A reused buffer for handing text to native code.</summary>
internal sealed class Utf8Scratch
{
    private byte[] buffer = new byte[512];

    /// <summary>The text in UTF-8, valid until the next call. Lone surrogates become U+FFFD.</summary>
    internal ReadOnlySpan<byte> Of(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            buffer = new byte[most * 2];
        }

        return buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer));
    }
}
