namespace Cycle.Bench.Statements;

/// <summary>One thread's work: something to do over and over, and something to give back.</summary>
internal sealed class Work(Action action, params IDisposable[] owned) : IDisposable
{
    public void Do() => action();

    public void Dispose()
    {
        foreach (var thing in owned)
        {
            thing.Dispose();
        }
    }
}
