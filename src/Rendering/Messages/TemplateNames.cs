namespace Cycle.Rendering.Messages;

/// <summary>The kinds of messages there are (rules.md section 9).</summary>
internal static class TemplateNames
{
    private static readonly string[] OfAlert =
        [TemplateValues.LastFour, TemplateValues.Amount, TemplateValues.Merchant, TemplateValues.Time, TemplateValues.RemainingCredit];

    private static readonly string[] OfService = [TemplateValues.LastFour];

    internal static readonly TemplateName DueNotice =
        new("due-notice", [TemplateValues.LastFour, TemplateValues.DueDate, TemplateValues.NewBalance, TemplateValues.Minimum]);

    internal static readonly TemplateName SpendAlert = new("spend-alert", OfAlert);

    internal static readonly TemplateName ReversalAlert = new("reversal-alert", OfAlert);

    internal static readonly TemplateName Subscribed = new("subscribed", OfService);

    internal static readonly TemplateName Unsubscribed = new("unsubscribed", OfService);

    internal static readonly TemplateName LanguageChanged = new("language-changed", OfService);

    /// <summary>All of them, in the order they are checked.</summary>
    internal static readonly TemplateName[] All = [DueNotice, SpendAlert, ReversalAlert, Subscribed, Unsubscribed, LanguageChanged];
}
