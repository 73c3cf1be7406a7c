using System.Text;

namespace Cycle.Jobs.Outputs;

/// <summary>Writes CSV as files.md says: UTF-8, comma, RFC 4180 quoting, <c>\n</c> line ends, text cells harmless to a spreadsheet.</summary>
internal sealed class CsvOut : IAsyncDisposable
{
    private readonly StreamWriter _writer;
    private bool _isFirstCell = true;

    public CsvOut(string path, params string[] header)
    {
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var name in header)
        {
            Plain(name);
        }

        EndRow();
    }

    /// <summary>A cell that somebody else wrote: a spreadsheet must not run it.</summary>
    public CsvOut Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Plain(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text);
    }

    /// <summary>A cell of our own making: a number, a date, a name from a fixed list.</summary>
    public CsvOut Plain(string text)
    {
        if (!_isFirstCell)
        {
            _writer.Write(',');
        }

        _isFirstCell = false;
        if (text.AsSpan().IndexOfAny("\",\r\n") < 0)
        {
            _writer.Write(text);
        }
        else
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }

        return this;
    }

    public CsvOut Plain(DateOnly date) => Plain(date.ToString("yyyy-MM-dd"));

    public void EndRow()
    {
        _writer.Write('\n');
        _isFirstCell = true;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
