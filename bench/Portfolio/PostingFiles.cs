using System.Globalization;
using System.Security.Cryptography;

namespace Cycle.Bench.Portfolio;

/// <summary>One posting file a business date, all open at once: accounts come one after the other, and none is kept in memory.</summary>
internal sealed class PostingFiles : IDisposable
{
    private readonly string _folder;
    private readonly PortfolioOptions _options;
    private readonly Dictionary<DateOnly, StreamWriter> _writers = [];
    private readonly DateOnly _controlled;
    private long _controlledRows;
    private long _controlledTotal;

    public PostingFiles(string folder, PortfolioOptions options)
    {
        (_folder, _options, _controlled) = (folder, options, options.From.AddMonths(1));
        for (var date = options.From; date <= options.To; date = date.AddDays(1))
        {
            _writers[date] = CsvLine.Open(PathOf(date));
            CsvLine.Write(_writers[date], PostingRow.Header);
        }
    }

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row to the file of a date; one after the last date is left out.</summary>
    public void Add(DateOnly date, PostingRow row) => Add(date, row.Cells);

    /// <summary>Adds a row of cells, which may be spoilt.</summary>
    public void Add(DateOnly date, string[] cells)
    {
        if (date > _options.To)
        {
            return;
        }

        CsvLine.Write(_writers[date], cells);
        Rows++;
        if (date == _controlled)
        {
            _controlledRows++;
            _controlledTotal += decimal.TryParse(cells[6], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? (long)(amount * 100)
                : 0;
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers.Values)
        {
            writer.Dispose();
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(_controlled))));
        File.WriteAllText(
            PathOf(_controlled) + ".control.json",
            $"{{\"records\": {_controlledRows}, \"amountTotal\": \"{Texts.Money(_controlledTotal)}\", \"sha256\": \"{sha}\"}}\n");
    }

    private string PathOf(DateOnly date) => Path.Combine(_folder, $"postings-{Texts.Date(date)}.csv");
}
