using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;

namespace Cycle.Ledger.Storage.Copying;

/// <summary>
/// COPY ... FROM STDIN (FORMAT BINARY) of very many rows, encoded here into one buffer that goes out in large pieces: Npgsql's own importer
/// looks up a converter and checks its buffer for every value, two dozen times a posting. Values must come in the order and of the types of
/// the command's columns: the server checks their number and length, not their meaning.
/// </summary>
public sealed class CopyIn : IAsyncDisposable
{
    private const int FlushBytes = 64 * 1024;
    private const int LargestNumberBytes = sizeof(int) + sizeof(long);

    /// <summary>The server counts days from here.</summary>
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>Says that the text of the value follows.</summary>
    private const byte JsonbVersion = 1;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _json;
    private readonly NpgsqlRawCopyStream _stream;
    private readonly short _columns;
    private byte[] _buffer = new byte[2 * FlushBytes];
    private int _used;
    private bool _isOver;

    private CopyIn(NpgsqlRawCopyStream stream, int columns)
    {
        (_stream, _columns, _json) = (stream, (short)columns, new(_text));
        // The format's signature, no flags, no extension.
        Append([(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>Whether <see cref="FlushAsync"/> is due; asked between rows.</summary>
    public bool IsFull => _used >= FlushBytes;

    /// <summary>Begins a COPY; the connection can do nothing else until it is completed or disposed of.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="command">The COPY command, <c>format binary</c>.</param>
    /// <param name="columns">How many columns it names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PostgresException">The command is refused.</exception>
    public static async Task<CopyIn> BeginAsync(NpgsqlConnection connection, string command, int columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new(await connection.BeginRawBinaryCopyAsync(command, cancellationToken), columns);
    }

    /// <summary>Begins a row; exactly so many values as there are columns must follow.</summary>
    public void StartRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), _columns);
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

    /// <summary>A value of a bytea column.</summary>
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
        _json.Reset(_text);
        JsonSerializer.Serialize(_json, value, type);
        _json.Flush();
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

    /// <summary>Hands the rows so far to the connection.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        // Not into the write: half a message would leave the connection of no use to whoever takes back the transaction.
        cancellationToken.ThrowIfCancellationRequested();
        await _stream.WriteAsync(_buffer.AsMemory(0, _used), CancellationToken.None);
        _used = 0;
    }

    /// <summary>Hands the rows so far to the connection when they are many; called between rows.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) => IsFull ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Ends the COPY, so that what was written can be seen by the connection's next command.</summary>
    /// <exception cref="PostgresException">The server refused a row.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        Append([0xFF, 0xFF]);
        await FlushAsync(cancellationToken);
        _isOver = true;
        await _stream.DisposeAsync();
    }

    /// <summary>Without a completion before, nothing of the COPY is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        if (!_isOver)
        {
            _isOver = true;
            try
            {
                await _stream.CancelAsync();
                await _stream.DisposeAsync();
            }
            catch (Exception late) when (late is NpgsqlException or IOException or ObjectDisposedException)
            {
                // The fault that ended the COPY early is on its way to the caller; a broken connection fails here once more.
            }
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
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
