namespace Cycle.Dashboard.Web;

/// <summary>How far some long work is; written by the work, read by pages.</summary>
/// <param name="who">Who began it.</param>
/// <param name="startedAt">When.</param>
internal sealed class WorkReport(string who, DateTimeOffset startedAt)
{
    private readonly Lock _lock = new();
    private readonly List<object> _results = [];
    private long _done;

    public string Who => who;

    public DateTimeOffset StartedAt => startedAt;

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What there is to do; 0 while it is not known.</summary>
    public long Units { get; set; }

    /// <summary>What is done of it.</summary>
    public long Done { get => Interlocked.Read(ref _done); set => Interlocked.Exchange(ref _done, value); }

    /// <summary>Why it failed, in words.</summary>
    public string? Fault { get; set; }

    /// <summary>What it found so far.</summary>
    public IReadOnlyList<object> Results
    {
        get
        {
            lock (_lock)
            {
                return [.. _results];
            }
        }
    }

    public void Add(object result)
    {
        lock (_lock)
        {
            _results.Add(result);
        }
    }
}
