using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cycle.Ledger.Storage.Copying;

/// <summary>
/// Rows in the form in which COPY takes them (FORMAT BINARY), encoded here into one piece of memory: Npgsql's own importer looks up a
/// converter and checks its buffer for every value, two dozen times a posting. Values must come in the order and of the types of the
/// command's columns: the server checks their number and length, not their meaning.
/// </summary>
/// <param name="columns">How many columns a row has.</param>
public sealed class CopyRows(short columns)
{
    private const int FewestBytes = 128 * 1024;
    private const int LargestNumberBytes = sizeof(int) + sizeof(long);

    /// <summary>The server counts days from here.</summary>
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>Says that the text of the value follows.</summary>
    private const byte JsonbVersion = 1;

    private readonly ArrayBufferWriter<byte> _text = new();
    private byte[] _buffer = new byte[FewestBytes];
    private int _used;

    /// <summary>How many bytes there are.</summary>
    public int Length => _used;

    /// <summary>All bytes so far, until the next change.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _used);

    /// <summary>Forgets all rows.</summary>
    public void Clear() => _used = 0;

    /// <summary>Adds bytes that are whole rows already, of the same columns.</summary>
    public void Append(ReadOnlySpan<byte> rows)
    {
        rows.CopyTo(Room(rows.Length));
        _used += rows.Length;
    }

    /// <summary>Begins a row; exactly so many values as there are columns must follow.</summary>
    public void StartRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), columns);
        _used += sizeof(short);
    }

    /// <summary>A value of a text column; null when there is none.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            WriteNull();
            return;
        }

        var room = Room(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _used += sizeof(int) + length;
    }

    /// <summary>A value of a smallint column.</summary>
    public void Write(short number)
    {
        var room = Room(LargestNumberBytes);
        BinaryPrimitives.WriteInt32BigEndian(room, sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(room[sizeof(int)..], number);
        _used += sizeof(int) + sizeof(short);
    }

    /// <summary>A value of an integer column.</summary>
    public void Write(int number)
    {
        var room = Room(LargestNumberBytes);
        BinaryPrimitives.WriteInt32BigEndian(room, sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(room[sizeof(int)..], number);
        _used += 2 * sizeof(int);
    }

    /// <summary>A value of a bigint column.</summary>
    public void Write(long number)
    {
        var room = Room(LargestNumberBytes);
        BinaryPrimitives.WriteInt32BigEndian(room, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(room[sizeof(int)..], number);
        _used += sizeof(int) + sizeof(long);
    }

    /// <summary>A value of a date column.</summary>
    public void Write(DateOnly date)
    {
        var room = Room(LargestNumberBytes);
        BinaryPrimitives.WriteInt32BigEndian(room, sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(room[sizeof(int)..], date.DayNumber - Epoch);
        _used += 2 * sizeof(int);
    }

    /// <summary>A value of a time column.</summary>
    public void Write(TimeOnly time) => Write(time.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>A value of a bytea column, or of a text column when it is UTF-8.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        var room = Room(sizeof(int) + bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(room, bytes.Length);
        bytes.CopyTo(room[sizeof(int)..]);
        _used += sizeof(int) + bytes.Length;
    }

    /// <summary>A value of a jsonb column.</summary>
    public void Write<T>(T value, JsonTypeInfo<T> type)
    {
        _text.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_text))
        {
            JsonSerializer.Serialize(json, value, type);
        }

        var room = Room(sizeof(int) + 1 + _text.WrittenCount);
        BinaryPrimitives.WriteInt32BigEndian(room, 1 + _text.WrittenCount);
        room[sizeof(int)] = JsonbVersion;
        _text.WrittenSpan.CopyTo(room[(sizeof(int) + 1)..]);
        _used += sizeof(int) + 1 + _text.WrittenCount;
    }

    /// <summary>No value.</summary>
    public void WriteNull()
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), -1);
        _used += sizeof(int);
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _used + bytes));
        }

        return _buffer.AsSpan(_used);
    }
}
