using Cycle.Ledger;
using Cycle.Ledger.Accounts;
using Cycle.Rendering.Messages;

namespace Cycle.Rendering.Tests.Messages;

public sealed class MessageTemplatesTests
{
    private static readonly MessageTemplates Templates = MessageTemplates.Shipped();

    [Theory]
    [InlineData(Language.Thai, "บัตร x1234 ครบกำหนด 2 ก.ย. 2569 ยอด 10,400.82 ขั้นต่ำ 1,040.00")]
    [InlineData(Language.English, "Card x1234: payment due 2 Sep 2026. Balance THB 10,400.82, minimum THB 1,040.00.")]
    public void DueNotice_TellsAllFour_InTheAccountsLanguage(Language language, string expected) =>
        Templates.Write(language, Due(language, "1234", new(1_040_082), new(104_000))).ShouldBe(expected);

    [Fact]
    public void DueNotice_FitsOneThaiSegment_WhenMinimumAndBalanceAreTenMillionBaht() =>
        SmsSegments.Count(Templates.Write(Language.Thai, Due(Language.Thai, "1234", new(999_999_999), new(999_999_999)))).ShouldBe(1);

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public void DueNotice_KeepsEveryDigit_OfTheLargestAmounts(Language language)
    {
        var text = Templates.Write(language, Due(language, "1234", new(long.MaxValue), new(long.MaxValue)));
        text.Split("92,233,720,368,547,758.07").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(Language.Thai, "บัตร x1234 ใช้ 2,500.00 ที่ B2S 15:15 เหลือ 450,000.00 บ.")]
    [InlineData(Language.English, "Card x1234: THB 2,500.00 at B2S 15:15 - remaining credit THB 450,000.00")]
    public void SpendAlert_TellsAllFive_InTheAccountsLanguage(Language language, string expected) =>
        Templates.WriteSpend(language, Alert("B2S")).ShouldBe(expected);

    [Theory]
    [InlineData(Language.Thai, "บัตร x1234 ยกเลิก 2,500.00 ที่ B2S 15:15 เหลือ 450,000.00 บ.")]
    [InlineData(Language.English, "Card x1234: reversed THB 2,500.00 at B2S 15:15 - remaining credit THB 450,000.00")]
    public void ReversalAlert_TellsAllFive_InTheAccountsLanguage(Language language, string expected) =>
        Templates.WriteReversal(language, Alert("B2S")).ShouldBe(expected);

    [Theory]
    [InlineData(Language.Thai, "TOPS MARKET CENTRAL LADPRAO BANGKOK THAILAND")]
    [InlineData(Language.Thai, "ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพย์ สาขาตลาดน้ำอัมพวา")]
    [InlineData(Language.Thai, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData(Language.English, "A MERCHANT WHOSE NAME GOES ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON AND ON")]
    [InlineData(Language.English, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData(Language.English, "MCDONALD’S “BANGKOK” – SIAM")]
    public void Alert_FitsOneSegment_WithALongMerchant(Language language, string merchant)
    {
        foreach (var text in new[] { Templates.WriteSpend(language, Alert(merchant)), Templates.WriteReversal(language, Alert(merchant)) })
        {
            SmsSegments.Count(text).ShouldBe(1, text);
            text.ShouldContain("2,500.00");
            text.ShouldContain("450,000.00");
            text.ShouldContain("x1234");
        }
    }

    [Theory]
    [InlineData("ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพย์ สาขาตลาดน้ำอัมพวา", "x1234 THB 2,500.00 ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพ… 15:15 left 450,000.00")]
    [InlineData("ร้านดี", "x1234 THB 2,500.00 ร้านดี 15:15 left 450,000.00")]
    public void EnglishAlert_TakesTheShortWordingAndOneSegment_WithAThaiShop(string merchant, string expected)
    {
        var text = Templates.WriteSpend(Language.English, Alert(merchant));

        text.ShouldBe(expected);
        SmsSegments.Count(text).ShouldBe(1, text);
    }

    [Fact]
    public void ThaiAlert_TakesTheShortWording_WhenTheUsualOneLeavesNoRoomForTheName()
    {
        var alert = Alert("ร้านก๋วยเตี๋ยวเรือ") with { Amount = "9,999,999.99", RemainingCredit = "9,999,999.99" };

        var text = Templates.WriteReversal(Language.Thai, alert);

        text.ShouldBe("x1234 ยกเลิก 9,999,999.99 ร้านก๋วยเตี๋ยวเรือ 15:15 เหลือ 9,999,999.99");
        SmsSegments.Count(text).ShouldBe(1);
    }

    [Theory]
    [InlineData("A\u202Etxt.exe\u2066B\u200F", "Atxt exeB")]
    [InlineData("A\u0000B\u001B[2JC\u0085D\u2028E", "A B [2JC D E")]
    [InlineData("A\uFEFF\u200B\u00ADB", "AB")]
    public void Merchant_BringsNoSignThatActs_IntoAMessageOfEitherLanguage(string merchant, string printed)
    {
        foreach (var language in (Language[])[Language.Thai, Language.English])
        {
            Templates.WriteSpend(language, Alert(merchant)).ShouldContain($" {printed} 15:15");
            Templates.WriteReversal(language, Alert(merchant)).ShouldContain($" {printed} 15:15");
        }
    }

    [Theory]
    [InlineData("{{lastFour}} {{x}}")]
    [InlineData("{{#each this}}a{{/each}}")]
    [InlineData("A & B <C>")]
    public void Merchant_IsPrintedAsItIs_WhateverItLooksLike(string merchant) =>
        Templates.WriteSpend(Language.English, Alert(merchant)).ShouldContain($"at {merchant} 15:15");

    [Theory]
    [InlineData("AMAZON.COM", "AMAZON COM")]
    [InlineData("https://evil.example/pay", "https evil example/pay")]
    [InlineData("CO.,LTD. NO.7", "CO.,LTD. NO.7")]
    [InlineData("A\r\nB\u202Egnp", "A Bgnp")]
    public void Merchant_CarriesNoLinkOrControl_InAMessage(string merchant, string printed) =>
        Templates.WriteSpend(Language.English, Alert(merchant)).ShouldContain($"at {printed} 15:15");

    [Fact]
    public void Alert_LeavesNoGap_WithoutATime() =>
        Templates.WriteSpend(Language.English, Alert("B2S") with { Time = "" }).ShouldBe("Card x1234: THB 2,500.00 at B2S - remaining credit THB 450,000.00");

    [Theory]
    [InlineData(Language.Thai)]
    [InlineData(Language.English)]
    public void Message_ShowsLastFourOnly_WhenAWholeNumberStraysIn(Language language)
    {
        const string planted = "4111111111111111";
        string[] texts =
        [
            Templates.Write(language, Due(language, planted, new(1), new(1))),
            Templates.WriteSpend(language, Alert("B2S") with { LastFour = planted }),
            Templates.WriteReversal(language, Alert("B2S") with { LastFour = planted }),
            Templates.WriteSubscribed(language, planted),
            Templates.WriteUnsubscribed(language, planted),
            Templates.WriteLanguageChanged(language, planted),
        ];
        foreach (var text in texts)
        {
            text.ShouldContain("x1111");
            text.ShouldNotContain("11111");
            SmsSegments.Count(text).ShouldBe(1, text);
        }
    }

    [Fact]
    public void Templates_GiveTheSameText_OnManyThreadsAtOnce()
    {
        var differing = 0;
        Parallel.For(0, 2000, number =>
        {
            var text = Templates.WriteSpend(Language.Thai, Alert($"ร้าน {number}"));
            if (text != $"บัตร x1234 ใช้ 2,500.00 ที่ ร้าน {number} 15:15 เหลือ 450,000.00 บ.")
            {
                Interlocked.Increment(ref differing);
            }
        });
        differing.ShouldBe(0);
    }

    [Fact]
    public void Load_NamesFileAndLine_WhenATemplateUsesAnUnknownName()
    {
        using var folder = new TemplateFolder().With("en/due-notice.txt", "Card\n{{cardNumber}}");

        Should.Throw<RenderingException>(() => MessageTemplates.Load(folder.Path)).Message.ShouldContain("due-notice.txt:2:1: found {{cardNumber}}");
    }

    private static DueNotice Due(Language language, string lastFour, Money balance, Money minimum) =>
        new(lastFour, Printed.Date(MadeUp.DueDate, language), Printed.Amount(balance), Printed.Amount(minimum));

    private static CardAlert Alert(string merchant) => new("1234", "2,500.00", merchant, "15:15", "450,000.00");
}
