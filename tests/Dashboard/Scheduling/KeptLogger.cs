using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cycle.Dashboard.Tests.Scheduling;

/// <summary>Keeps what is logged, each line once however often it is said.</summary>
internal sealed class KeptLogger<T> : ILogger<T>
{
    private readonly ConcurrentDictionary<string, Exception?> _said = new(StringComparer.Ordinal);

    /// <summary>The lines, each with its exception.</summary>
    public IReadOnlyDictionary<string, Exception?> Said => _said;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.TryAdd(formatter(state, exception), exception);

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
