using Cycle.Dashboard.Web;
using Microsoft.AspNetCore.Http;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Sentences that the program makes elsewhere, on the pages of a Thai reader.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("320 statements made", "จัดทำใบแจ้งยอด 320 ฉบับ")]
    [InlineData("1 files, 1,250 rows taken, 3 rejected", "1 ไฟล์ รับ 1,250 แถว ปฏิเสธ 3 แถว")]
    [InlineData("NIGHT of 2026-09-29 is missing: it was to begin at 2026-09-30 01:30.", "งานกลางคืนของ 2026-09-29 ยังไม่มี ควรเริ่มเมื่อ 2026-09-30 01:30")]
    [InlineData("You asked for the release of 2026-09-18; another person has to give it. Nothing was done.", "คุณเป็นผู้ขออนุมัติของ 2026-09-18 ต้องให้อีกคนเป็นผู้อนุมัติ ยังไม่ได้ทำอะไร")]
    [InlineData("completed", "เสร็จแล้ว")]
    [InlineData("a sentence {of} nobody, 17", "a sentence {of} nobody, 17")]
    [InlineData("", "")]
    public void Sentence_IsSaidInThai_WithItsNumbers(string english, string thai)
    {
        In("th").Of(english).ShouldBe(thai);
        In("en").Of(english).ShouldBe(english);
    }

    [Fact]
    public void Code_HasAName_InEachLanguage()
    {
        In("en")["role serve"].ShouldBe("pages and schedule");
        In("th")["role serve"].ShouldBe("เซิร์ฟเวอร์");
    }

    private static Words In(string language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{Words.Cookie}={language}";
        return new(new HttpContextAccessor { HttpContext = context });
    }
}
