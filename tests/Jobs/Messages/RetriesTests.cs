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

    [Theory]
    [InlineData(859, 600)]
    [InlineData(3600, 86400)]
    [InlineData(3600, 3600)]
    [InlineData(1, 86400)]
    public void Wait_IsTheLongest_HoweverManyFaultsThereWere(int firstSeconds, int longestSeconds)
    {
        var longest = TimeSpan.FromSeconds(longestSeconds);
        var retries = new Retries(50, TimeSpan.FromSeconds(firstSeconds), longest);

        foreach (var faults in (int[])[30, 31, 32, 64, 65, int.MaxValue])
        {
            retries.After(faults).ShouldBe(longest, $"{faults} faults");
        }
    }
}
