using Cycle.Ledger.Postings;

namespace Cycle.Ledger.Tests.Postings;

/// <summary>Card numbers never reach storage or a page (files.md, merchant). The numbers are the schemes' published test numbers.</summary>
public sealed class CardNumberMaskTests
{
    [Theory]
    [InlineData("4111111111111111", "XXXXXXXXXXXX1111")]
    [InlineData("PAY 4111111111111111 OK", "PAY XXXXXXXXXXXX1111 OK")]
    [InlineData("4111 1111 1111 1111", "XXXX XXXX XXXX 1111")]
    [InlineData("4111-1111-1111-1111", "XXXX-XXXX-XXXX-1111")]
    [InlineData("3782 822463 10005", "XXXX XXXXXX X0005")]
    [InlineData("378282246310005", "XXXXXXXXXXX0005")]
    [InlineData("4222222222222", "XXXXXXXXX2222")]
    [InlineData("4111111111111111/5555555555554444", "XXXXXXXXXXXX1111/XXXXXXXXXXXX4444")]
    [InlineData("A4111111111111111B", "AXXXXXXXXXXXX1111B")]
    [InlineData("๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑", "XXXXXXXXXXXX๑๑๑๑")] // Thai digits
    public void A_card_number_keeps_its_last_four_digits(string text, string expected)
    {
        CardNumberMask.Mask(text).ShouldBe(expected);
        CardNumberMask.MaskLongDigits(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Shop 24, Bangkok 10110")]
    [InlineData("4111111111111112")] // the check digit fails
    [InlineData("4111  1111  1111  1111")] // two spaces: not as cards print it
    [InlineData("4111 11111111 1111")] // no card prints such groups
    [InlineData("411111111116")] // twelve digits
    [InlineData("41111111111111111115")] // twenty
    public void Anything_else_stays_as_it_is(string text) => CardNumberMask.Mask(text).ShouldBe(text);

    [Theory]
    [InlineData("4111111111111112", "XXXXXXXXXXXX1112")]
    [InlineData("ref 1234567890123", "ref XXXXXXXXX0123")]
    [InlineData("ref 123456789012", "ref 123456789012")]
    public void A_message_hides_every_long_run_of_digits(string text, string expected) =>
        CardNumberMask.MaskLongDigits(text).ShouldBe(expected);

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("x4111111111111111", false)]
    [InlineData("4111111111111111x", false)]
    [InlineData("K-000123", false)]
    [InlineData("", false)]
    public void A_text_that_is_nothing_but_a_card_number_is_recognized(string text, bool expected) =>
        CardNumberMask.IsCardNumber(text).ShouldBe(expected);
}
