using System.Diagnostics;
using Cycle.Jobs.Nights;

namespace Cycle.Dashboard.CommandLine;

/// <summary>Shows a night's progress: a bar with rate and time left on a terminal, plain lines elsewhere.</summary>
internal sealed class ConsoleProgress : INightProgress
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private readonly Stopwatch _since = new();
    private DateOnly _date;
    private string? _step;
    private long _units;
    private long _done;
    private TimeSpan _shownAt;

    public void Begin(DateOnly date, string step, long units)
    {
        lock (_lock)
        {
            (_date, _step, _units, _done, _shownAt) = (date, step, units, 0, TimeSpan.Zero);
            _since.Restart();
        }
    }

    public void Advance(long units)
    {
        lock (_lock)
        {
            _done += units;
            if (_isTerminal && _since.Elapsed - _shownAt > Between)
            {
                _shownAt = _since.Elapsed;
                Console.Write($"\r{Bar()}\u001b[K");
            }
        }
    }

    public void End(string summary)
    {
        lock (_lock)
        {
            if (_step is not null && summary.Length > 0)
            {
                Console.WriteLine($"{(_isTerminal ? "\r\u001b[K" : "")}{_date:yyyy-MM-dd}  {_step,-16} {summary}");
            }

            _step = null;
        }
    }

    public void Say(string words)
    {
        lock (_lock)
        {
            Console.Error.WriteLine($"{(_isTerminal ? "\r\u001b[K" : "")}{words}");
        }
    }

    private string Bar()
    {
        var share = _units <= 0 ? 0 : Math.Min(1.0, (double)_done / _units);
        var filled = (int)(share * BarWidth);
        var rate = _done / Math.Max(0.001, _since.Elapsed.TotalSeconds);
        var left = rate > 0 && _units > _done ? TimeSpan.FromSeconds((_units - _done) / rate) : TimeSpan.Zero;
        return $"{_date:yyyy-MM-dd}  {_step,-16} [{new string('#', filled)}{new string('.', BarWidth - filled)}] " +
            $"{share:P0}  {rate:N0}/s  {left:mm\\:ss} left";
    }
}
