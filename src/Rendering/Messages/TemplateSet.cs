namespace Cycle.Rendering.Messages;

/// <summary>The templates of one language.</summary>
internal sealed record TemplateSet(
    MessageTemplate DueNotice,
    MessageTemplate SpendAlert,
    MessageTemplate ReversalAlert,
    MessageTemplate Subscribed,
    MessageTemplate Unsubscribed,
    MessageTemplate LanguageChanged)
{
    private static readonly string[] OfDueNotice =
        [TemplateValues.LastFour, TemplateValues.DueDate, TemplateValues.NewBalance, TemplateValues.Minimum];

    private static readonly string[] OfAlert =
        [TemplateValues.LastFour, TemplateValues.Amount, TemplateValues.Merchant, TemplateValues.Time, TemplateValues.RemainingCredit];

    private static readonly string[] OfService = [TemplateValues.LastFour];

    /// <summary>Reads one language's folder.</summary>
    /// <exception cref="RenderingException">A template is missing or names a value that is not known.</exception>
    internal static TemplateSet Load(string folder) => new(
        MessageTemplate.Load(folder, "due-notice.txt", OfDueNotice),
        MessageTemplate.Load(folder, "spend-alert.txt", OfAlert),
        MessageTemplate.Load(folder, "reversal-alert.txt", OfAlert),
        MessageTemplate.Load(folder, "subscribed.txt", OfService),
        MessageTemplate.Load(folder, "unsubscribed.txt", OfService),
        MessageTemplate.Load(folder, "language-changed.txt", OfService));
}
