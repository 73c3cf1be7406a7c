using Cycle.Ledger.Accounts;

namespace Cycle.Rendering.Messages;

/// <summary>
/// The wording of text messages (rules.md section 9), read from template files. Thai fits 70 UTF-16 units and English 160 GSM-7
/// characters wherever the figures leave room: the merchant's name is shortened, a figure never. Safe to share between threads.
/// </summary>
public sealed class MessageTemplates
{
    private readonly TemplateSet thai;
    private readonly TemplateSet english;

    private MessageTemplates(TemplateSet thai, TemplateSet english)
    {
        this.thai = thai;
        this.english = english;
    }

    /// <summary>The templates that ship with the program.</summary>
    /// <exception cref="RenderingException">One is missing or names a value that is not known.</exception>
    public static MessageTemplates Shipped() => Load(RenderingFiles.PathOf("Templates"));

    /// <summary>Reads the templates of both languages.</summary>
    /// <param name="folder">The folder that holds <c>th</c> and <c>en</c>.</param>
    /// <exception cref="RenderingException">One is missing or names a value that is not known; the message names the file.</exception>
    public static MessageTemplates Load(string folder) =>
        new(TemplateSet.Load(Path.Combine(folder, "th")), TemplateSet.Load(Path.Combine(folder, "en")));

    /// <summary>Reminds of the due date.</summary>
    public string Write(Language language, DueNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return In(language).DueNotice.Write(new()
        {
            [TemplateValues.LastFour] = Printed.LastFour(notice.LastFour),
            [TemplateValues.DueDate] = notice.DueDate,
            [TemplateValues.NewBalance] = notice.NewBalance,
            [TemplateValues.Minimum] = notice.Minimum,
        });
    }

    /// <summary>Tells of a purchase.</summary>
    public string WriteSpend(Language language, CardAlert alert) => In(language).SpendAlert.WriteFitted(ValuesOf(alert));

    /// <summary>Tells that an alerted purchase was taken back.</summary>
    public string WriteReversal(Language language, CardAlert alert) => In(language).ReversalAlert.WriteFitted(ValuesOf(alert));

    /// <summary>Confirms that messages are now sent.</summary>
    /// <param name="language">The account's language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteSubscribed(Language language, string lastFour) => In(language).Subscribed.Write(OnlyCard(lastFour));

    /// <summary>Confirms that messages are no longer sent.</summary>
    /// <param name="language">The account's language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteUnsubscribed(Language language, string lastFour) => In(language).Unsubscribed.Write(OnlyCard(lastFour));

    /// <summary>Confirms the language of messages, in that language.</summary>
    /// <param name="language">The new language.</param>
    /// <param name="lastFour">Last four digits of the primary card.</param>
    public string WriteLanguageChanged(Language language, string lastFour) => In(language).LanguageChanged.Write(OnlyCard(lastFour));

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

    private TemplateSet In(Language language) => language == Language.Thai ? thai : english;
}
