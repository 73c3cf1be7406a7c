using System.Text;

namespace Cycle.Jobs.Intake.Postings;

/// <summary>
/// An id in the bytes of its file, UTF-8. Millions of them pass through an intake and are only compared and copied: they are kept as they are, in memory that is
/// used again, and become text when somebody is told of one.
/// </summary>
internal sealed class IdText : IEquatable<IdText>
{
    private byte[] _bytes;
    private int _length;
    private int _hash;
    private string? _text;

    /// <summary>An empty one.</summary>
    public IdText()
        : this([])
    {
    }

    private IdText(byte[] bytes)
    {
        _bytes = bytes;
        _length = bytes.Length;
        _hash = HashOf(bytes);
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The text.</summary>
    public string Text => _text ??= Encoding.UTF8.GetString(Bytes);

    /// <summary>An id of its own with some text.</summary>
    public static IdText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>An id that keeps some bytes, which nobody changes any more.</summary>
    public static IdText Of(byte[] bytes) => new(bytes);

    /// <summary>Becomes another id; never while it is a key of a set.</summary>
    public void Set(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < bytes.Length)
        {
            _bytes = new byte[bytes.Length];
        }

        bytes.CopyTo(_bytes);
        (_length, _hash, _text) = (bytes.Length, HashOf(bytes), null);
    }

    /// <inheritdoc/>
    public bool Equals(IdText? other) => other is not null && _hash == other._hash && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IdText);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
