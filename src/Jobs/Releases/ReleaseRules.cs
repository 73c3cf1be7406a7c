namespace Cycle.Jobs.Releases;

/// <summary>
/// What may go out, as SQL. When four eyes are required a cycle's statements and due notices wait until a second person released the
/// cycle; a statement that is held back waits in any case. Alerts of the day are of no cycle and never wait.
/// </summary>
internal static class ReleaseRules
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "release.four-eyes";

    /// <summary>Its value when four eyes are required.</summary>
    public const string Required = "on";

    /// <summary>Whether four eyes are required.</summary>
    public static string IsRequired { get; } = $"exists (select from settings where name = '{Setting}' and value = '{Required}')";

    /// <summary>The statement date a due notice speaks of; null for other messages. Its key ends with it.</summary>
    public static string StatementDateOf(string message) =>
        $"(case when {message}.kind = 'DUE_NOTICE' then right({message}.idempotency_key, 10)::date end)";

    /// <summary>Whether a message may go out.</summary>
    /// <param name="message">Alias of a row of messages.</param>
    public static string MessageMayGo(string message) =>
        $"({message}.kind <> 'DUE_NOTICE' or {MayGo(StatementDateOf(message), $"{message}.account_id")})";

    /// <summary>Whether a statement may go out.</summary>
    /// <param name="statement">Alias of a row of statements.</param>
    public static string StatementMayGo(string statement) => MayGo($"{statement}.statement_date", $"{statement}.account_id");

    private static string MayGo(string statementDate, string accountId) =>
        $"""
        ((not {IsRequired}
            or exists (select from cycle_releases c where c.statement_date = {statementDate} and c.released_at is not null))
         and not exists (select from held_statements h where h.statement_date = {statementDate} and h.account_id = {accountId}))
        """;
}
