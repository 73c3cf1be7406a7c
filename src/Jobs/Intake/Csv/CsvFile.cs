using CsvHelper;

namespace Cycle.Jobs.Intake.Csv;

/// <summary>
/// A CSV file read row by row with flat memory, strictly by RFC 4180: UTF-8 (a BOM is accepted), comma, a header with exactly the
/// expected names in any order. Whatever breaks that throws <see cref="UnreadableFile"/> with the line and what was expected.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    /// <summary>The longest row, in bytes; a longer one refuses the file before it is read into memory.</summary>
    public const int LongestRowBytes = 64 * 1024;

    private const int BufferBytes = 256 * 1024;

    private readonly string _path;
    private readonly VerifiedStream _stream;
    private readonly CsvReader _reader;
    private readonly Func<bool> _read;
    private readonly int[] _cells;

    private CsvFile(string path, IReadOnlyList<string> columns)
    {
        _path = path;
        _stream = new VerifiedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        _reader = CsvReader.Create(_stream, new CsvReaderOptions
        {
            Separator = ',',
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRowBytes,
            BufferSize = BufferBytes,
            PoolStrings = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = bad => throw new UnreadableFile(Quoting.Problem(bad.Reason, bad.LineNumber)),
        });
        _read = _reader.Read;
        _cells = [];
        try
        {
            _cells = Header.Match(Guard(() => _reader.Headers), columns);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Physical line on which the current row begins; the header is on line 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Whether the row has as many cells as the header.</summary>
    public bool IsComplete => _reader.FieldCount == _cells.Length;

    /// <summary>How many cells the row has.</summary>
    public int CellCount => _reader.FieldCount;

    /// <summary>How long the row is in the file.</summary>
    public int RowBytes => _reader.RawRecord.Length;

    /// <summary>SHA-256 of the file, lower-case hex, once <see cref="Read"/> has answered false.</summary>
    public string Sha256 => _stream.Sha256();

    /// <summary>The text of a cell, empty when the row has none there.</summary>
    /// <param name="column">Index into the columns the file was opened with.</param>
    public string this[int column] => _reader.GetString(_cells[column]);

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Exactly the columns it must have, in any order.</param>
    /// <exception cref="UnreadableFile">It is not such a file.</exception>
    public static CsvFile Open(string path, IReadOnlyList<string> columns)
    {
        try
        {
            return new CsvFile(path, columns);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFile("the file cannot be read; it must be there and readable by this program.");
        }
    }

    /// <summary>The bytes of a cell, until the next row is read.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => _reader.GetSpan(_cells[column]);

    /// <summary>Goes to the next row; empty lines are no rows.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="UnreadableFile">The file breaks off being CSV here.</exception>
    public bool Read()
    {
        var more = Guard(_read);
        return more && RowBytes > LongestRowBytes ? throw TooLong(Line) : more;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (BadBytes bytes)
        {
            throw new UnreadableFile($"line {PhysicalLine.At(_path, bytes.Offset)} has {bytes.Message}; UTF-8 text expected.");
        }
        catch (CsvFormatException format)
        {
            throw TooLong(format.LineNumber);
        }
        catch (IOException)
        {
            throw new UnreadableFile("the file could not be read to its end.");
        }
    }

    private static UnreadableFile TooLong(long line) =>
        new($"the row on line {line} is longer than {LongestRowBytes} bytes, or has a quote that is never closed.");
}
