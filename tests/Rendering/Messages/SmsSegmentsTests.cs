using Cycle.Rendering.Messages;

namespace Cycle.Rendering.Tests.Messages;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("ก", 70, 1)]
    [InlineData("ก", 71, 2)]
    [InlineData("ก", 134, 2)]
    [InlineData("ก", 135, 3)]
    public void Count_FollowsTheAlphabet_AtItsLimits(string unit, int times, int segments) =>
        SmsSegments.Count(string.Concat(Enumerable.Repeat(unit, times))).ShouldBe(segments);

    [Fact]
    public void Count_NeverSplitsACharacter_AcrossSegments()
    {
        // 76 pairs fill 152 of 153 septets, 33 surrogate pairs 66 of 67 units: the odd one stays empty.
        SmsSegments.Count(string.Concat(Enumerable.Repeat("€", 153))).ShouldBe(3);
        SmsSegments.Count(string.Concat(Enumerable.Repeat("😀", 67))).ShouldBe(3);
    }

    [Theory]
    [InlineData("[{}]", 8)]
    [InlineData("Ä@£", 3)]
    [InlineData("é’", 2)]
    [InlineData("", 0)]
    public void Units_CountExtensionTwice_InGsm7Only(string text, int units) => SmsSegments.Units(text).ShouldBe(units);

    [Fact]
    public void Count_IsOne_ForNothing() => SmsSegments.Count("").ShouldBe(1);
}
