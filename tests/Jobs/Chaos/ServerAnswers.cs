using System.Buffers.Binary;

namespace Cycle.Jobs.Tests.Chaos;

/// <summary>Reads the stream of a server's answers just far enough to see where no transaction is open (message ReadyForQuery, status idle).</summary>
internal sealed class ServerAnswers
{
    private const int HeadLength = 5;
    private readonly byte[] _head = new byte[HeadLength + 1];
    private int _headFilled;
    private long _bodyLeft;

    /// <summary>Takes the next bytes of the stream.</summary>
    /// <returns>How many boundaries of transactions were among them.</returns>
    public int CountBoundaries(ReadOnlySpan<byte> bytes)
    {
        var boundaries = 0;
        while (bytes.Length > 0)
        {
            if (_bodyLeft > 0)
            {
                var skipped = (int)Math.Min(_bodyLeft, bytes.Length);
                _bodyLeft -= skipped;
                bytes = bytes[skipped..];
                continue;
            }

            _head[_headFilled++] = bytes[0];
            bytes = bytes[1..];
            if (_headFilled == HeadLength && _head[0] != 'Z')
            {
                _bodyLeft = BinaryPrimitives.ReadInt32BigEndian(_head.AsSpan(1)) - (HeadLength - 1);
                _headFilled = 0;
            }
            else if (_headFilled == HeadLength + 1)
            {
                boundaries += _head[HeadLength] == 'I' ? 1 : 0;
                _headFilled = 0;
            }
        }

        return boundaries;
    }
}
