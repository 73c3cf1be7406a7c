using Cycle.Ledger.Accounts;
using Cycle.Ledger.Storage.Cycles;
using Cycle.Rendering.Messages;
using Npgsql;

namespace Cycle.Jobs.Nights;

/// <summary>What an account had chosen about its messages before tonight's masters changed it.</summary>
/// <param name="OptedIn">Whether it received messages.</param>
/// <param name="Language">In which language.</param>
internal sealed record MessageChoice(bool OptedIn, Language Language)
{
    /// <summary>The changes of tonight, by account.</summary>
    public static async Task<Dictionary<string, MessageChoice>> ReadAsync(PartitionWork work, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select m.account_id, m.was_opted_in, m.was_language
            from {Sql.OfEach(work.Selection, "message_choices", "m", $"business_date = {Sql.Date(work.Night.Date)}")}
            """,
            work.Connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var choices = new Dictionary<string, MessageChoice>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            choices.Add(row.GetString(0), new(row.GetBoolean(1), row.GetString(2) == "th" ? Language.Thai : Language.English));
        }

        return choices;
    }

    /// <summary>
    /// The one message that confirms the change (rules.md section 9), in the language chosen now. Subscribing and cancelling say all
    /// there is to say, whatever the language was; who receives no messages is not told of their language; a change taken back the
    /// same night is none.
    /// </summary>
    public OutgoingMessage[] Confirm(Account account, string lastFour, MessageTemplates templates, DateOnly date)
    {
        var language = account.Language;
        (string Kind, string Text)? made = (OptedIn, account.SmsOptIn) switch
        {
            (false, true) => ("SUBSCRIBED", templates.WriteSubscribed(language, lastFour)),
            (true, false) => ("UNSUBSCRIBED", templates.WriteUnsubscribed(language, lastFour)),
            (true, true) when Language != language => ("LANGUAGE_CHANGED", templates.WriteLanguageChanged(language, lastFour)),
            _ => null,
        };
        return made is { } message
            ? [OutgoingMessage.To(account, message.Kind, message.Text, $"choice:{account.AccountId}:{date:yyyy-MM-dd}")]
            : [];
    }
}
