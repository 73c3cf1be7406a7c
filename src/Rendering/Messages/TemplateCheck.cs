using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Messages;

/// <summary>Checks a folder of message templates before a night uses it: every file as text, every message with extreme values.</summary>
public static class TemplateCheck
{
    private static readonly (string Words, string Merchant)[] Merchants =
    [
        ("a usual name", "B2S"),
        ("the longest Latin name", string.Concat(Enumerable.Repeat("WORLDWIDE TRADING ", 12)).TrimEnd()),
        ("a Thai shop's name", "ร้านก๋วยเตี๋ยวเรือป้าน้ำทิพย์ สาขาตลาดน้ำอัมพวา จังหวัดสมุทรสงคราม"),
        ("a name of signs that count double", "[{~€|^}]" + string.Concat(Enumerable.Repeat("[{~€|^}]", 12))),
        ("a name of emoji", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 12))),
    ];

    /// <summary>Checks the templates of a folder.</summary>
    /// <param name="folder">The folder that holds <c>limits.json</c>, <c>th</c> and <c>en</c>.</param>
    /// <returns>Every problem of the files; and, when there is none, the messages with extreme values.</returns>
    public static (IReadOnlyList<TemplateProblem> Problems, IReadOnlyList<CheckedMessage> Messages) Run(string folder)
    {
        var problems = new List<TemplateProblem>();
        return MessageTemplates.Read(folder, problems) is { } templates
            ? ([], [.. ((Language[])[Language.Thai, Language.English]).SelectMany(language => Messages(templates, language))])
            : (problems, []);
    }

    private static IEnumerable<CheckedMessage> Messages(MessageTemplates templates, Language language)
    {
        CheckedMessage Made(TemplateName name, string words, string text, bool mayExceed = false) =>
            new(language, name.File, words, text, templates.SegmentsOf(language, name), mayExceed);

        foreach (var (words, largest, beyond) in Amounts)
        {
            // April's short name is one of the longest in Thai, and two digits of a day are the most.
            var due = Printed.Date(new(2027, 4, 28), language);
            yield return Made(TemplateNames.DueNotice, words, templates.Write(language, new DueNotice("1148", due, largest, largest)), beyond);
        }

        foreach (var (merchantWords, merchant) in Merchants)
        {
            foreach (var (amountWords, largest, beyond) in Amounts)
            {
                var alert = new CardAlert("1148", largest, merchant, "23:59", largest);
                yield return Made(TemplateNames.SpendAlert, $"{merchantWords}, {amountWords}", templates.WriteSpend(language, alert), beyond);
                yield return Made(TemplateNames.ReversalAlert, $"{merchantWords}, {amountWords}", templates.WriteReversal(language, alert), beyond);
            }
        }

        yield return Made(TemplateNames.Subscribed, "four digits", templates.WriteSubscribed(language, "1148"));
        yield return Made(TemplateNames.Unsubscribed, "four digits", templates.WriteUnsubscribed(language, "1148"));
        yield return Made(TemplateNames.LanguageChanged, "four digits", templates.WriteLanguageChanged(language, "1148"));
    }

    /// <summary>A usual amount, the largest a limit is meant for, and the largest there is at all.</summary>
    private static IEnumerable<(string Words, string Amount, bool IsBeyond)> Amounts =>
    [
        ("usual amounts", Printed.Amount(new(250_000)), false),
        ("amounts of ten million baht", Printed.Amount(new(999_999_999)), false),
        ("the largest amounts there are", Printed.Amount(new(long.MaxValue)), true),
    ];
}
