using System.Text;
using Cycle.Bench.Portfolio;

namespace Cycle.Bench.Nights;

/// <summary>
/// A posting file in the order a network sends it: by posting date, and within a day the accounts as they come. Rows arrive account by
/// account; they are kept in files by day and part, and each part is shuffled when it is put in place, so that memory stays flat.
/// </summary>
internal sealed class ShuffledFile : IDisposable
{
    private const int PartsOfDay = 8;

    private readonly string _path;
    private readonly DateOnly _from;
    private readonly Prng _order;
    private readonly StreamWriter?[] _parts;

    /// <param name="path">The file.</param>
    /// <param name="from">Rows from before it go with it.</param>
    /// <param name="to">Its last posting date.</param>
    /// <param name="order">Decides the order of a day's rows.</param>
    public ShuffledFile(string path, DateOnly from, DateOnly to, Prng order)
    {
        (_path, _from, _order) = (path, from, order);
        _parts = new StreamWriter?[(to.DayNumber - from.DayNumber + 1) * PartsOfDay];
    }

    public long Rows { get; private set; }

    public void Add(DateOnly posted, string[] cells)
    {
        var day = Math.Clamp(posted.DayNumber - _from.DayNumber, 0, (_parts.Length / PartsOfDay) - 1);
        var part = (day * PartsOfDay) + _order.Below(PartsOfDay);
        CsvLine.Write(_parts[part] ??= CsvLine.Open(PathOf(part)), cells);
        Rows++;
    }

    /// <summary>Puts the file together.</summary>
    public void Dispose()
    {
        using var whole = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        whole.Write(Encoding.UTF8.GetBytes(string.Join(',', PostingRow.Header) + "\n"));
        for (var part = 0; part < _parts.Length; part++)
        {
            if (_parts[part] is { } writer)
            {
                writer.Dispose();
                Shuffle(File.ReadAllBytes(PathOf(part)), whole);
                File.Delete(PathOf(part));
            }
        }
    }

    private void Shuffle(byte[] bytes, FileStream whole)
    {
        var ends = new List<(int From, int Length)>();
        for (int from = 0, length; from < bytes.Length; from += length)
        {
            length = bytes.AsSpan(from).IndexOf((byte)'\n') + 1;
            ends.Add((from, length));
        }

        for (var last = ends.Count - 1; last > 0; last--)
        {
            var other = _order.Below(last + 1);
            (ends[last], ends[other]) = (ends[other], ends[last]);
        }

        foreach (var (from, length) in ends)
        {
            whole.Write(bytes, from, length);
        }
    }

    private string PathOf(int part) => $"{_path}.{part:000}.part";
}
