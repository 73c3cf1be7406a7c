using Cycle.Ledger;
using Cycle.Rendering.Statements;

namespace Cycle.Rendering.Tests.Statements;

public sealed class BillPaymentTests
{
    [Theory]
    [InlineData("123456789", 0x29B1)]
    [InlineData("", 0xFFFF)]
    public void CheckSum_IsCcittFalse_ForKnownTexts(string text, int expected) =>
        ((int)BillPayment.CheckSum(text)).ShouldBe(expected);

    [Fact]
    public void Payload_HoldsEveryField_AndItsOwnCheckSum()
    {
        var payload = BillPayment.Payload("099999999999900", "ACC0000417", new Money(1_040_082));
        var fields = Parse(payload);
        fields["00"].ShouldBe("01");
        fields["01"].ShouldBe("12");
        fields["53"].ShouldBe("764");
        fields["54"].ShouldBe("10400.82");
        fields["58"].ShouldBe("TH");
        var bill = Parse(fields["30"]);
        bill["00"].ShouldBe("A000000677010112");
        bill["01"].ShouldBe("099999999999900");
        bill["02"].ShouldBe("ACC0000417");
        Convert.ToUInt16(fields["63"], 16).ShouldBe(BillPayment.CheckSum(payload[..^4]));
        payload[^8..^4].ShouldBe("6304");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    public void Payload_LeavesTheAmountToThePayer_WhenNothingIsOwedOrMoreThanACodeCanTell(long satang)
    {
        var fields = Parse(BillPayment.Payload("099999999999900", "A", new Money(satang)));
        fields.ShouldNotContainKey("54");
        fields["01"].ShouldBe("11");
    }

    [Fact]
    public void Payload_FixesTheLargestAmount_ThatACodeCanTell() =>
        Parse(BillPayment.Payload("099999999999900", "A", new Money(999_999_999_999)))["54"].ShouldBe("9999999999.99");

    [Theory]
    [InlineData("acc-0000417", "ACC0000417")]
    [InlineData("บัญชี-7", "7")]
    [InlineData("account-token-00112233445566", "EN001122334455667788", "account-token-001122334455667788")]
    public void Reference_KeepsLettersAndDigits_AtMostTwenty(string accountId, string expected, string? other = null) =>
        BillPayment.ReferenceOf(other ?? accountId).ShouldBe(expected);

    private static Dictionary<string, string> Parse(string text)
    {
        var fields = new Dictionary<string, string>();
        for (var at = 0; at < text.Length;)
        {
            var length = int.Parse(text.AsSpan(at + 2, 2), null);
            fields.Add(text[at..(at + 2)], text.Substring(at + 4, length));
            at += 4 + length;
        }

        return fields;
    }
}
