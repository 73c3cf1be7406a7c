using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Cycle.Jobs.Intake.Csv;

/// <summary>Checks that a stream of blocks is UTF-8 without NUL bytes; a character may be cut by the end of a block.</summary>
internal sealed class Utf8Check
{
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;
    private long _offset;

    /// <summary>Checks the next block.</summary>
    /// <exception cref="BadBytes">It is not text.</exception>
    public void Accept(ReadOnlySpan<byte> block)
    {
        // What a spreadsheet calls "Unicode text": its first byte would be named as wrong, or a NUL byte that nobody typed.
        if (_offset == 0 && block is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new BadBytes("text in UTF-16", 0);
        }

        var nul = block.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new BadBytes("a NUL byte", _offset + nul);
        }

        var rest = FinishCut(block);
        var whole = rest[..^CutAtEnd(rest)];
        if (!Utf8.IsValid(whole))
        {
            throw new BadBytes("bytes that are not UTF-8", _offset + (block.Length - rest.Length) + FirstInvalid(whole));
        }

        foreach (var unfinished in rest[whole.Length..])
        {
            _cut[_cutLength++] = unfinished;
        }

        _offset += block.Length;
    }

    /// <summary>Checks that the last character is complete.</summary>
    /// <exception cref="BadBytes">It is not.</exception>
    public void Finish()
    {
        if (_cutLength > 0)
        {
            throw new BadBytes("bytes that are not UTF-8", _offset - _cutLength);
        }
    }

    /// <summary>Completes the character that the block before began; what is left of this block is returned.</summary>
    private ReadOnlySpan<byte> FinishCut(ReadOnlySpan<byte> block)
    {
        var taken = 0;
        while (_cutLength > 0 && taken < block.Length)
        {
            _cut[_cutLength++] = block[taken++];
            switch (Rune.DecodeFromUtf8(_cut.AsSpan(0, _cutLength), out _, out _))
            {
                case OperationStatus.Done:
                    _cutLength = 0;
                    break;
                case OperationStatus.InvalidData:
                    throw new BadBytes("bytes that are not UTF-8", _offset + taken - _cutLength);
            }
        }

        return block[taken..];
    }

    /// <summary>How many bytes at the end begin a character that is not complete.</summary>
    private static int CutAtEnd(ReadOnlySpan<byte> block)
    {
        for (var length = 1; length <= Math.Min(3, block.Length); length++)
        {
            if (Rune.DecodeFromUtf8(block[^length..], out _, out _) == OperationStatus.NeedMoreData)
            {
                return length;
            }
        }

        return 0;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> block)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(block[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
