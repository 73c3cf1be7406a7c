using Cycle.Ledger.Accounts;
using Cycle.Rendering.Messages;

namespace Cycle.Rendering.Tests.Messages;

/// <summary>What is wrong with a folder of templates is told before a night uses it, with file, line and column.</summary>
public sealed class TemplateCheckTests
{
    [Fact]
    public void ShippedTemplates_StayWithinTheirLimits_WithExtremeValues()
    {
        var (problems, messages) = TemplateCheck.Run(MessageTemplates.ShippedFolder);

        problems.ShouldBeEmpty();
        messages.Where(message => message.IsTooLong).ShouldBeEmpty();

        // The check is one of every template in both languages, and of what limits are hard to keep with.
        messages.Select(message => (message.Language, message.Template)).Distinct().Count().ShouldBe(12);
        messages.ShouldContain(message => message.Language == Language.English && !message.IsGsm7 && message.Units > 60);
        messages.ShouldContain(message => message.Language == Language.English && message.IsGsm7 && message.Units == 160);
        messages.ShouldContain(message => message.MayExceed && message.Segments == 2);
        messages.ShouldAllBe(message => message.Segments <= 2);
    }

    [Theory]
    [InlineData("Due {{dueDate}}\n  of {{cardNumber}}", "en/due-notice.txt:2:6: found {{cardNumber}}, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("{{#if minimum}}x", "en/due-notice.txt:1:1: found {{#if minimum}}, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("a {{{minimum}}}", "en/due-notice.txt:1:3: found {{{minimum}}}, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("a {{> other}}", "en/due-notice.txt:1:3: found {{> other}}, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("a {{minimum", "en/due-notice.txt:1:3: found {{, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("a {minimum}", "en/due-notice.txt:1:3: found {, expected one of {{lastFour}}, {{dueDate}}, {{newBalance}}, {{minimum}}")]
    [InlineData("pay at https://bank.example/x {{minimum}}", "en/due-notice.txt:1:8: found https://bank.example/x, expected no link: messages carry none")]
    [InlineData(" \n", "en/due-notice.txt: found nothing, expected the wording of a message")]
    public void Problem_IsNamedWithItsPlace_WhenATemplateHoldsWhatItMayNot(string content, string expected)
    {
        using var folder = new TemplateFolder().With("en/due-notice.txt", content);

        folder.Problems()[0].ShouldBe(expected);
    }

    [Fact]
    public void Problems_AreAllNamed_WhenSeveralFilesAreWrong()
    {
        using var folder = new TemplateFolder().With("en/spend-alert.short.txt", "{{shop}}").With("th/du-notice.txt", "x");
        File.Delete(folder.Of("th/subscribed.txt"));

        folder.Problems().Select(problem => problem.Split(", expected")[0]).ShouldBe(
            [
                "th/subscribed.txt: found no file that can be read", "th/du-notice.txt: found a template of no message",
                "en/spend-alert.short.txt:1:1: found {{shop}}",
            ]);
    }

    [Theory]
    [InlineData("""{"segments": {}, "leastMerchant": 8}""", "limits.json: found no segments.due-notice, expected 1 to 9")]
    [InlineData("""{"segmnets": {}}""", "limits.json:1: found a value that does not fit at $.segmnets, expected {\"segments\": {\"due-notice\": 1, ...}, \"leastMerchant\": 8}")]
    [InlineData("{", "limits.json:1: found no such JSON, expected {\"segments\": {\"due-notice\": 1, ...}, \"leastMerchant\": 8}")]
    public void Limits_AreRefusedWithTheirPlace_WhenTheyCannotBeUsed(string content, string expected)
    {
        using var folder = new TemplateFolder().With("limits.json", content);

        folder.Problems()[0].ShouldBe(expected);
    }

    [Fact]
    public void Message_IsNamedTooLong_WhenTheWordingLeavesNoRoomForItsFigures()
    {
        using var folder = new TemplateFolder().With("th/subscribed.txt", new string('ก', 71));

        var tooLong = TemplateCheck.Run(folder.Path).Messages.Where(message => message.IsTooLong).ShouldHaveSingleItem();

        (tooLong.Template, tooLong.Segments, tooLong.MostSegments).ShouldBe(("subscribed", 2, 1));
    }

    [Fact]
    public void Limit_IsData_ATemplateWithTwoSegmentsKeepsALongerName()
    {
        using var folder = new TemplateFolder();
        var limits = File.ReadAllText(folder.Of("limits.json"));
        folder.With("limits.json", limits.Replace("\"spend-alert\": 1", "\"spend-alert\": 2", StringComparison.Ordinal));
        var alert = new CardAlert("1148", "2,500.00", new string('W', 140), "15:15", "450,000.00");

        var text = MessageTemplates.Load(folder.Path).WriteSpend(Language.English, alert);

        text.ShouldContain(alert.Merchant);
        SmsSegments.Count(text).ShouldBe(2);
    }
}
