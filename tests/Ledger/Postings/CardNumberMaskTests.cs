using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

public sealed class CardNumberMaskTests
{
    [Theory]
    [InlineData("4111111111111111", "XXXXXXXXXXXX1111")]
    [InlineData("Shop 4111111111111111 Bangkok", "Shop XXXXXXXXXXXX1111 Bangkok")]
    [InlineData("4222222222222", "XXXXXXXXX2222")]
    [InlineData("5425233430109903", "XXXXXXXXXXXX9903")]
    [InlineData("378282246310005", "XXXXXXXXXXX0005")]
    [InlineData("6304000000000000000", "XXXXXXXXXXXXXXX0000")]
    [InlineData("4111 1111 1111 1111", "XXXX XXXX XXXX 1111")]
    [InlineData("4111-1111-1111-1111", "XXXX-XXXX-XXXX-1111")]
    [InlineData("4111 1111-1111 1111 01/27", "XXXX XXXX-XXXX 1111 01/27")]
    [InlineData("3782 822463 10005", "XXXX XXXXXX X0005")]
    [InlineData("6304 0000 0000 0000 000", "XXXX XXXX XXXX XXX0 000")]
    [InlineData("no 12 4111 1111 1111 1111", "no 12 XXXX XXXX XXXX 1111")]
    [InlineData("๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑", "XXXXXXXXXXXX๑๑๑๑")]
    [InlineData("４１１１１１１１１１１１１１１１", "XXXXXXXXXXXX１１１１")]
    [InlineData("𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙!", "XXXXXXXXXXXX𝟙𝟙𝟙𝟙!")]
    [InlineData("4111111111111111,5555555555554444", "XXXXXXXXXXXX1111,XXXXXXXXXXXX4444")]
    public void Mask_KeepsLastFourOnly_WhenTextHoldsCardNumber(string text, string masked) => CardNumberMask.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("")]
    [InlineData("Shop 24")]
    [InlineData("4111111111111112")]
    [InlineData("411111111111")]
    [InlineData("41111111111111111111")]
    [InlineData("4111  1111  1111  1111")]
    [InlineData("tel 02-123-4567, 08-1234-5678")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void Mask_LeavesText_WhenItHoldsNone(string text) => CardNumberMask.Mask(text).ShouldBe(text);

    [Theory]
    [InlineData("4111111111111112", "XXXXXXXXXXXX1112")]
    [InlineData("ref 41111111111111111111", "ref XXXXXXXXXXXXXXXX1111")]
    [InlineData("4111 1111 1111 1111", "XXXX XXXX XXXX 1111")]
    [InlineData("1234567890123", "XXXXXXXXX0123")]
    [InlineData("123456789012", "123456789012")]
    public void MaskLongDigits_KeepsLastFourOnly_OfEveryLongRun(string text, string masked) => CardNumberMask.MaskLongDigits(text).ShouldBe(masked);

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("C4111111111111111", false)]
    [InlineData("4111111111111112", false)]
    [InlineData("😀😀😀😀😀😀😀", false)]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀", false)]
    public void IsCardNumber_TellsWholeNumbersOnly(string text, bool expected) => CardNumberMask.IsCardNumber(text).ShouldBe(expected);
}
