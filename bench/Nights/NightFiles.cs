using Cycle.Bench.Portfolio;

namespace Cycle.Bench.Nights;

/// <summary>The posting files of a measured portfolio, a night each.</summary>
internal sealed class NightFiles : IDisposable
{
    private readonly Dictionary<DateOnly, ShuffledFile> _files = [];
    private readonly string _folder;
    private readonly ulong _seed;

    public NightFiles(string folder, ulong seed) => (_folder, _seed) = (folder, seed);

    /// <summary>Rows of the measured night.</summary>
    public long MeasuredRows => _files[NightDays.Measured].Rows;

    public void Add(DateOnly file, PostingRow row) => Add(file, row.PostingDate, row.Cells);

    /// <summary>Adds a row of cells, which may be spoilt.</summary>
    public void Add(DateOnly file, DateOnly posted, string[] cells)
    {
        if (!_files.TryGetValue(file, out var writer))
        {
            // A month's rows in the files that close a cycle, a day's in those between.
            var from = file == NightDays.First ? NightDays.Begin : file == NightDays.Measured ? NightDays.First : file;
            _files[file] = writer = new(
                Path.Combine(_folder, $"postings-{Texts.Date(file)}.csv"), from, file, Prng.For(_seed, ulong.MaxValue - 10 - (ulong)file.DayNumber));
        }

        writer.Add(posted, cells);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }
}
