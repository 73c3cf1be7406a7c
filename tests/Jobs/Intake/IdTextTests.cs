using System.Text;
using Cycle.Jobs.Intake.Postings;

namespace Cycle.Jobs.Tests.Intake;

public sealed class IdTextTests
{
    [Fact]
    public void Id_IsTheSameAsAnother_WhenItsBytesAre()
    {
        var set = new IdText();
        set.Set("P20260801-ร้าน"u8);

        set.ShouldBe(IdText.Of("P20260801-ร้าน"));
        set.GetHashCode().ShouldBe(IdText.Of("P20260801-ร้าน").GetHashCode());
        set.ShouldNotBe(IdText.Of("P20260801-ร้า"));
        new IdText().ShouldBe(IdText.Of(""));
    }

    [Fact]
    public void Id_IsWhollyAnother_WhenItIsSetAgain()
    {
        var id = IdText.Of("a longer one");
        id.Text.ShouldBe("a longer one");

        foreach (var text in (string[])["P1", "", "one that needs more room than any before"])
        {
            id.Set(Encoding.UTF8.GetBytes(text));

            id.Text.ShouldBe(text);
            id.Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(text));
            id.ShouldBe(IdText.Of(text));
        }
    }

    [Fact]
    public void Accounts_SortAsTheirIdsDo_ByTheirFirstBytes()
    {
        string[] ids = ["", "A", "A1", "A10", "A2", "B", "a", "ก1", "ก2", "๙", "0123456789abcdef", "0123456789abcdeg"];

        ids.OrderBy(id => new CardFacts(id, "visa", null, null, null, null).AccountOrder)
            .ShouldBe(ids.Order(Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)))));
    }
}
