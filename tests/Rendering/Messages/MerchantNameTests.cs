using Cycle.Rendering.Messages;

namespace Cycle.Rendering.Tests.Messages;

public sealed class MerchantNameTests
{
    [Fact]
    public void Shortening_KeepsClustersWhole_InThai()
    {
        // น้ำ is one cluster, and the vowel เ goes with the consonant after it.
        MerchantName.LongestFirst("น้ำเย็นแก้ว").ShouldBe(["น้ำเย็นแก้ว", "น้ำเย็นแก้…", "น้ำเย็น…", "น้ำเย็…", "น้ำ…"]);
    }

    [Fact]
    public void Shortening_KeepsPairsWhole_InEmoji() =>
        MerchantName.LongestFirst("A😀B").ShouldBe(["A😀B", "A😀…", "A…"]);

    [Fact]
    public void Shortening_EndsInGsm7Dots_WhereTheNameIsGsm7() =>
        MerchantName.LongestFirst("A BC").ShouldBe(["A BC", "A B..", "A..", "A.."]);
}
