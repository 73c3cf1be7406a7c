using Cycle.Dashboard.Web.Reading;
using Cycle.Dashboard.Web.Security;
using Cycle.Jobs.Audit;
using Cycle.Jobs.Messages;
using Cycle.Jobs.Nights;
using Cycle.Jobs.Releases;
using Cycle.Jobs.Runs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cycle.Dashboard.Web.Pages.Operations;

/// <summary>The outbox: what waits, what was handed over, and handing over again.</summary>
internal sealed class MessagesModel(NpgsqlDataSource database, NightSettings settings, IAuthorizationService authorization, TimeProvider clock, Words words)
    : CyclePage
{
    public const int PageSize = 50;

    /// <summary>Which messages are shown: waiting, delivered, trouble, or all.</summary>
    public string Shown { get; private set; } = "";

    public bool MayRun { get; private set; }

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, string? show, CancellationToken cancellationToken)
    {
        (Shown, MayRun) = (show ?? "", (await authorization.AuthorizeAsync(User, May.RunNights)).Succeeded);
        var which = Shown switch
        {
            // The index of what waits is by gateway: the newest of each are read in its order.
            "waiting" => $"{Newest($"gateway = 'file' and {WaitingMessages.Which}")} union all {Newest($"gateway = 'kannel' and {WaitingMessages.Which}")}",
            "delivered" => Newest("state = 'delivered'"),
            "trouble" => Newest("state in ('dead', 'undelivered')"),
            _ => Newest("true"),
        };
        var messages = await database.ListAsync(
            $"""
            select message_id, business_date, kind, account_id, mobile, language, text, sent_at, state, coalesce(last_word, '') from ({which}) shown
            order by message_id desc limit {PageSize + 1}
            """,
            MessageRow.Read, cancellationToken, before ?? long.MaxValue);
        Messages = [.. messages.Take(PageSize)];
        Next = messages.Count > PageSize ? Messages[^1].MessageId : null;
    }

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostResendAsync(long message, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        await new MessageDesk(database).ResendAsync(message, Reason(reason), Who, clock.GetUtcNow(), cancellationToken);
        return words["Message {0} is queued again.", message];
    });

    [Needs(May.RunNights)]
    public Task<IActionResult> OnPostAgainAsync(DateOnly date, string? reason, CancellationToken cancellationToken) => DoAsync(async () =>
    {
        var why = Reason(reason);
        if (!await new NightDates(database).IsCompleteAsync(date, cancellationToken))
        {
            throw new RefusedException(words["The night of {0} is not complete; its own sending comes first.", Show.Date(date)]);
        }

        await Trail.AddAsync(database, Who, "messages.again", Show.Date(date), why, cancellationToken);
        try
        {
            var count = await new FileGateway(database, settings.Output).HandOverAsync(date, cancellationToken);
            return words["{0} messages of {1} handed over.", count, Show.Date(date)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                $"The messages of {Show.Date(date)} could not be handed over: {fault.Message.TrimEnd('.')}. Remove the cause, then hand them over again.", fault);
        }
    });

    private static string Newest(string which) =>
        $"(select * from messages where message_id < $1 and {which} order by message_id desc limit {PageSize + 1})";
}
