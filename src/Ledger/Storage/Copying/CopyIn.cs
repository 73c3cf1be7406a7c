using Npgsql;

namespace Cycle.Ledger.Storage.Copying;

/// <summary>COPY ... FROM STDIN (FORMAT BINARY) of very many rows, which go out in large pieces.</summary>
public sealed class CopyIn : IAsyncDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly NpgsqlRawCopyStream _stream;
    private bool _isOver;

    private CopyIn(NpgsqlRawCopyStream stream, short columns)
    {
        (_stream, Rows) = (stream, new(columns));
        // The format's signature, no flags, no extension.
        Rows.Append([(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>Rows that did not go out yet; more are written here.</summary>
    public CopyRows Rows { get; }

    /// <summary>Begins a COPY; the connection can do nothing else until it is completed or disposed of.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="command">The COPY command, <c>format binary</c>.</param>
    /// <param name="columns">How many columns it names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PostgresException">The command is refused.</exception>
    public static async Task<CopyIn> BeginAsync(NpgsqlConnection connection, string command, short columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new(await connection.BeginRawBinaryCopyAsync(command, cancellationToken), columns);
    }

    /// <summary>Hands the rows so far to the connection when they are many; called between rows.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) => Rows.Length >= FlushBytes ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Ends the COPY, so that what was written can be seen by the connection's next command.</summary>
    /// <exception cref="PostgresException">The server refused a row.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        Rows.Append([0xFF, 0xFF]);
        await FlushAsync(cancellationToken);
        _isOver = true;
        await _stream.DisposeAsync();
    }

    /// <summary>Without a completion before, nothing of the COPY is kept.</summary>
    public async ValueTask DisposeAsync()
    {
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

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        // Not into the write: half a message would leave the connection of no use to whoever takes back the transaction.
        cancellationToken.ThrowIfCancellationRequested();
        await _stream.WriteAsync(Rows.Bytes, CancellationToken.None);
        Rows.Clear();
    }
}
