using Cycle.Jobs.Messages;

namespace Cycle.Jobs.Tests.Messages;

public sealed class RetriesTests
{
    [Fact]
    public void Wait_DoublesUpToTheLongest_WithEveryFault()
    {
        var retries = new Retries(8, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

        Enumerable.Range(1, 6).Select(faults => retries.After(faults).TotalSeconds).ShouldBe([5, 10, 20, 40, 60, 60]);
        retries.After(int.MaxValue).ShouldBe(TimeSpan.FromMinutes(1));
    }
}
