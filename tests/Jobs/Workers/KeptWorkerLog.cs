using System.Collections.Concurrent;
using Cycle.Jobs.Workers;

namespace Cycle.Jobs.Tests.Workers;

/// <summary>Keeps what a worker said.</summary>
internal sealed class KeptWorkerLog : IWorkerLog
{
    private readonly ConcurrentQueue<string> _said = new();

    /// <summary>What it said went wrong, whether it passes or not.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    public void Done(DateOnly date, string step, int partition, int accounts, bool isOurs)
    {
        // The table of partitions is asked.
    }

    public void Fault(string what) => _said.Enqueue(what);

    public void Failed(string what, Exception fault) => _said.Enqueue($"{fault.GetType().Name}: {what}");
}
