using Cycle.Ledger.Accounts;

namespace Cycle.Jobs.Nights;

/// <summary>A message to be queued.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">DUE_NOTICE, SPEND_ALERT, REVERSAL_ALERT, SUBSCRIBED, UNSUBSCRIBED, LANGUAGE_CHANGED.</param>
/// <param name="Mobile">Where it goes.</param>
/// <param name="Language">th or en.</param>
/// <param name="Text">What it says.</param>
/// <param name="Key">The same event gives the same key: it is queued once, however often a night is resumed.</param>
internal sealed record OutgoingMessage(
    string AccountId, string Kind, string Mobile, string Language, string Text, string Key)
{
    /// <summary>A message to an account's holder.</summary>
    public static OutgoingMessage To(Account account, string kind, string text, string key) =>
        new(account.AccountId, kind, account.Mobile, account.Language == Ledger.Accounts.Language.Thai ? "th" : "en", text, key);
}
