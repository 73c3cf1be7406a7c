using System.Text.Json;
using System.Text.RegularExpressions;
using Cycle.Dashboard.CommandLine;
using Cycle.Dashboard.Web;
using Cycle.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Cycle.Dashboard.Tests.Browser;

/// <summary>Sentences that the program makes elsewhere, on the pages of a Thai reader.</summary>
public sealed partial class WordsTests
{
    [Theory]
    [InlineData("320 statements made", "จัดทำใบแจ้งยอด 320 ฉบับ")]
    [InlineData("1 files, 1,250 rows taken, 3 rejected", "1 ไฟล์ รับ 1,250 แถว ปฏิเสธ 3 แถว")]
    [InlineData(
        "2 files, 9 rows taken, 0 rejected, 4 older than what is known, 1 files refused",
        "2 ไฟล์ รับ 9 แถว ปฏิเสธ 0 แถว เก่ากว่าข้อมูลที่มี 4 แถว ไม่รับ 1 ไฟล์")]
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

    [Theory]
    [InlineData(
        "card_id 'C1 & C2' is on no card master; the token of a known card expected.",
        "บัตร &#39;<span translate=\"no\">C1 &amp; C2</span>&#39; ไม่มีในข้อมูลหลักของบัตร ต้องเป็นโทเคนของบัตรที่รู้จัก")]
    [InlineData("Run 7 is running: there is nothing to stop.", "งาน 7 กำลังทำ ไม่มีอะไรให้หยุด")]
    [InlineData("See `cycle status` for how far it is.", "ดูความคืบหน้าด้วย <code>cycle status</code>")]
    [InlineData(
        "The cycle of 2026-09-18 is released, but messages could not be handed over: The file '/x/messages' already exists. Remove the cause, then `cycle send --out '/x'` hands them over.",
        "อนุมัติรอบ 2026-09-18 แล้ว แต่ส่งมอบข้อความไม่ได้: <span translate=\"no\">The file &#39;/x/messages&#39; already exists</span> แก้สาเหตุแล้วสั่ง <code>cycle send --out &#39;<span translate=\"no\">/x</span>&#39;</code> เพื่อส่งมอบ")]
    [InlineData("Disk <full>.", "<span lang=\"en\">Disk &lt;full&gt;.</span>")]
    [InlineData("", "")]
    public void Sentence_HasItsDataMarked_OnAPage(string english, string html) => $"{In("th").Told(english)}".ShouldBe(html);

    [Theory]
    [InlineData("Message {0} is queued again.")]
    [InlineData("{0} nights are planned.")]
    [InlineData("{")]
    [InlineData("{9} }{ {x}")]
    public void Text_StaysAsItIs_WhenSomebodyWroteItWithPlaces(string text)
    {
        foreach (var language in (string[])["th", "en"])
        {
            In(language).Of(text).ShouldBe(text);
            $"{In(language).Told(text)}".ShouldContain(text);
            $"{In(language).ToldOrData(text)}".ShouldContain(text);
        }
    }

    [Theory]
    [InlineData("th", "It is paused: continue it on the page Schedule, or run `cycle run NIGHT --date 2026-08-18`.")]
    [InlineData("th", "See `cycle status` for how far it is.")]
    [InlineData("th", "Run 7 is running: see `cycle status`.")]
    [InlineData("en", "See `cycle status` for how far it is.")]
    public void Command_NamesItsDatabase_WhateverBracesAreInItsName(string language, string sentence)
    {
        var words = In(language, "books {0} {7} {");

        words.Of(sentence).ShouldContain(" --database 'books {0} {7} {'`");
        $"{words.Told(sentence)}".ShouldContain(" --database ");
        $"{words.Told(sentence)}".ShouldContain("books {0} {7} {");
        $"{words.Marked("New people and {0}: `cycle user`", "<passwords>")}".ShouldBe(
            "New people and <span translate=\"no\">&lt;passwords&gt;</span>: <code>cycle user --database &#39;books {0} {7} {&#39;</code>");
    }

    [Fact]
    public void Message_OfAFileOrRowThatIsNotTaken_IsKnownInThai()
    {
        var documented = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "errors.md")).Split("\n## Tariffs")[0]
            .Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();
        documented.Count.ShouldBeGreaterThan(40);

        documented.Where(message => In("th").Of(message) == message || Untold().IsMatch(In("th").Of(message))).ShouldBeEmpty();
    }

    [Fact]
    public void Sentence_HasTheSamePlaces_InBothLanguages()
    {
        using var said = typeof(Words).Assembly.GetManifestResourceStream("texts.said-th.json")!;
        using var texts = typeof(Words).Assembly.GetManifestResourceStream("texts.th.json")!;

        JsonSerializer.Deserialize<Dictionary<string, string>>(said)!.Concat(JsonSerializer.Deserialize<Dictionary<string, string>>(texts)!)
            .Where(sentence => !PlacesOf(sentence.Key).SetEquals(PlacesOf(sentence.Value))).Select(sentence => sentence.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Code_HasAName_InEachLanguage()
    {
        In("en")["role serve"].ShouldBe("pages and schedule");
        In("th")["role serve"].ShouldBe("เซิร์ฟเวอร์");
    }

    /// <summary>Two small English words in a row: a sentence that stands as data in another.</summary>
    [GeneratedRegex("(?<![\\w_])[a-z]+ [a-z]+(?![\\w_])")]
    private static partial Regex Untold();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    private static HashSet<string> PlacesOf(string text) => [.. Places().Matches(text).Select(place => place.Value)];

    private static Words In(string language, string? database = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{Words.Cookie}={language}";
        return new(new HttpContextAccessor { HttpContext = context }, new SuggestedCommands(database));
    }
}
