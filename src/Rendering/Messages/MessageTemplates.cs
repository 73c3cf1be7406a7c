using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Messages;

/// <summary>
/// The wording of text messages (rules.md section 9), read from template files. Each fits the segments its limit allows wherever the
/// figures leave room: the merchant's name is shortened, a figure never. Safe to share between threads.
/// </summary>
public sealed class MessageTemplates
{
    private readonly TemplateSet _thai;
    private readonly TemplateSet _english;

    private MessageTemplates(string folder, TemplateSet thai, TemplateSet english) => (Folder, _thai, _english) = (folder, thai, english);

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    /// <summary>The folder of the templates that ship with the program.</summary>
    public static string ShippedFolder => RenderingFiles.PathOf("Templates");

    /// <summary>The templates that ship with the program.</summary>
    /// <exception cref="RenderingException">Something is wrong with them.</exception>
    public static MessageTemplates Shipped() => Load(ShippedFolder);

    /// <summary>Reads the templates of both languages.</summary>
    /// <param name="folder">The folder that holds <c>limits.json</c>, <c>th</c> and <c>en</c>.</param>
    /// <exception cref="RenderingException">A file is missing or holds what it may not; the message names every place.</exception>
    public static MessageTemplates Load(string folder)
    {
        var problems = new List<TemplateProblem>();
        return Read(folder, problems) ?? throw new RenderingException(string.Join('\n', problems));
    }

    /// <summary>Reads the templates, or names everything that is wrong with them.</summary>
    internal static MessageTemplates? Read(string folder, List<TemplateProblem> problems)
    {
        var limits = TemplateLimits.Read(folder, problems);
        var thai = TemplateSet.Read(Path.Combine(folder, "th"), limits, problems);
        var english = TemplateSet.Read(Path.Combine(folder, "en"), limits, problems);
        return problems.Count == 0 ? new(folder, thai, english) : null;
    }

    /// <summary>Reminds of the due date.</summary>
    public string Write(Language language, DueNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return In(language)[TemplateNames.DueNotice].Write(new()
        {
            [TemplateValues.LastFour] = Printed.LastFour(notice.LastFour),
            [TemplateValues.DueDate] = notice.DueDate,
            [TemplateValues.NewBalance] = notice.NewBalance,
            [TemplateValues.Minimum] = notice.Minimum,
        });
    }

    /// <summary>Tells of a purchase.</summary>
    public string WriteSpend(Language language, CardAlert alert) => In(language)[TemplateNames.SpendAlert].Write(ValuesOf(alert));

    /// <summary>Tells that an alerted purchase was taken back.</summary>
    public string WriteReversal(Language language, CardAlert alert) => In(language)[TemplateNames.ReversalAlert].Write(ValuesOf(alert));

    /// <summary>Confirms that messages are now sent.</summary>
    /// <param name="language">The account's language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteSubscribed(Language language, string lastFour) => In(language)[TemplateNames.Subscribed].Write(OnlyCard(lastFour));

    /// <summary>Confirms that messages are no longer sent.</summary>
    /// <param name="language">The account's language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteUnsubscribed(Language language, string lastFour) => In(language)[TemplateNames.Unsubscribed].Write(OnlyCard(lastFour));

    /// <summary>Confirms the language of messages, in that language.</summary>
    /// <param name="language">The new language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteLanguageChanged(Language language, string lastFour) => In(language)[TemplateNames.LanguageChanged].Write(OnlyCard(lastFour));

    /// <summary>Segments the messages of a template should take at most.</summary>
    internal int SegmentsOf(Language language, TemplateName name) => In(language)[name].Segments;

    private static Dictionary<string, string> OnlyCard(string lastFour)
    {
        ArgumentNullException.ThrowIfNull(lastFour);
        return new() { [TemplateValues.LastFour] = Printed.LastFour(lastFour) };
    }

    private static Dictionary<string, string> ValuesOf(CardAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new()
        {
            [TemplateValues.LastFour] = Printed.LastFour(alert.LastFour),
            [TemplateValues.Amount] = alert.Amount,
            [TemplateValues.Merchant] = MerchantName.Clean(alert.Merchant),
            [TemplateValues.Time] = alert.Time,
            [TemplateValues.RemainingCredit] = alert.RemainingCredit,
        };
    }

    private TemplateSet In(Language language) => language == Language.Thai ? _thai : _english;
}
